import { useQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { guidelinesQuery } from "@/api/queries";
import type { Guidelines, Project } from "@/api/types";
import { messages } from "@/app/messages";
import { classes } from "@/lib/classes";
import { date } from "@/lib/time";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { LazyMarkdown } from "@/ui/LazyMarkdown";
import { Message } from "@/ui/Message";
import { Skeleton, useDelay } from "@/ui/Skeleton";
import styles from "./GuidelinesScreen.module.css";
import { splitTitle } from "./splitTitle";

const m = messages.projects;

export function GuidelinesScreen({ project }: { project: Project }) {
  const guidelines = useQuery(guidelinesQuery(project.slug));
  return (
    <div className={classes("page", styles.page)}>
      <title>{messages.app.pageTitle(`${m.guidelines}, ${project.name}`)}</title>
      {guidelines.data ? (
        <Reader guidelines={guidelines.data} />
      ) : (
        <>
          <h1>{m.guidelines}</h1>
          {guidelines.isError ? (
            <Message
              tone="error"
              action={
                <Button busy={guidelines.isFetching} onClick={() => void guidelines.refetch()}>
                  {messages.app.tryAgain}
                </Button>
              }
            >
              {m.guidelinesFailed}
            </Message>
          ) : (
            <Loading />
          )}
        </>
      )}
    </div>
  );
}

function Reader({ guidelines }: { guidelines: Guidelines }) {
  const { title, rest } = splitTitle(guidelines.body);
  const facts = [m.revision(guidelines.number), date(guidelines.created_at)];
  if (guidelines.change_note) facts.push(guidelines.change_note);
  return (
    <>
      <h1>{title ?? m.guidelines}</h1>
      <p className={styles.facts}>{facts.join(" · ")}</p>
      {guidelines.body.trim() === "" ? (
        <EmptyState title={m.noGuidelinesTitle} text={m.noGuidelines} />
      ) : (
        <Suspense fallback={<Loading />}>
          <LazyMarkdown text={rest} isBelowTitle={title !== null} />
        </Suspense>
      )}
    </>
  );
}

function Loading() {
  const late = useDelay();
  if (!late) return null;
  return (
    <div className={styles.bones}>
      {["92%", "100%", "84%", "96%", "60%"].map((width) => (
        <Skeleton key={width} width={width} height={16} />
      ))}
    </div>
  );
}
