import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import type { Project, Suggestions } from "@/api/types";
import { messages } from "@/app/messages";
import { leadMessages } from "@/app/messages/leads";
import { Button } from "@/ui/Button";
import { ButtonLink } from "@/ui/ButtonLink";
import { EmptyState } from "@/ui/EmptyState";
import { Message } from "@/ui/Message";
import { Skeleton, useDelay } from "@/ui/Skeleton";
import { ModelPanel } from "./ModelPanel";
import { suggestionsQuery } from "./queries";
import styles from "./SuggestionsScreen.module.css";
import { TrainingPanel } from "./TrainingPanel";

const m = leadMessages.suggestions;

export function SuggestionsScreen({ project }: { project: Project }) {
  return (
    <div className="page">
      <title>{messages.app.pageTitle(`${m.title}, ${project.name}`)}</title>
      <div className={styles.head}>
        <Link href={`/projects/${project.slug}/articles`} className={styles.back}>
          {leadMessages.articles.title}
        </Link>
        <h1>{m.title}</h1>
        <p className={styles.intro}>{m.intro}</p>
      </div>
      {project.role === "lead" ? (
        <Learning project={project} />
      ) : (
        <EmptyState title={m.leadOnly}>
          <ButtonLink href={`/projects/${project.slug}/articles`}>{m.backToArticles}</ButtonLink>
        </EmptyState>
      )}
    </div>
  );
}

function Learning({ project }: { project: Project }) {
  const found = useQuery(suggestionsQuery(project.slug));
  if (found.data) {
    return (
      <div className={styles.panels}>
        {found.isError && <Message tone="warn">{m.stale}</Message>}
        <Panels project={project} known={found.data} />
      </div>
    );
  }
  if (!found.isError) return <Loading />;
  return (
    <Message
      tone="error"
      action={
        <Button busy={found.isFetching} onClick={() => void found.refetch()}>
          {messages.app.tryAgain}
        </Button>
      }
    >
      {m.failed}
    </Message>
  );
}

function Panels({ project, known }: { project: Project; known: Suggestions }) {
  return (
    <>
      <TrainingPanel slug={project.slug} known={known} />
      {known.model ? (
        <ModelPanel project={project} model={known.model} on={known.on} />
      ) : (
        <EmptyState title={m.noModelTitle} text={m.noModel} />
      )}
    </>
  );
}

function Loading() {
  const late = useDelay();
  if (!late) return null;
  return (
    <div className={styles.panels} aria-busy>
      <p className="visually-hidden">{m.loading}</p>
      <Skeleton height={210} className={styles.bone} />
      <Skeleton height={420} className={styles.bone} />
    </div>
  );
}
