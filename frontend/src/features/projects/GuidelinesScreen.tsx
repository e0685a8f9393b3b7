import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useSearchParams } from "wouter";
import { guidelinesQuery, sessionQuery } from "@/api/queries";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { projectMessages } from "@/app/messages/projects";
import { classes } from "@/lib/classes";
import { Button } from "@/ui/Button";
import { Message } from "@/ui/Message";
import styles from "./GuidelinesScreen.module.css";
import { Loading, Reader } from "./Reader";

const m = projectMessages;

const Editor = lazy(async () => ({
  default: (await import("./GuidelinesEditor")).GuidelinesEditor,
}));

/** The guidelines: read by everybody, at "?edit" changed by leads. */
export function GuidelinesScreen({ project }: { project: Project }) {
  const [params, setParams] = useSearchParams();
  const [published, setPublished] = useState("");
  const user = useQuery(sessionQuery).data?.user;
  const guidelines = useQuery(guidelinesQuery(project.slug));
  const isEditing = params.has("edit") && project.role === "lead";
  return (
    <div className={classes("page", !isEditing && styles.page)}>
      <title>{messages.app.pageTitle(`${m.guidelines}, ${project.name}`)}</title>
      {guidelines.data && user ? (
        isEditing ? (
          <Suspense fallback={<Loading />}>
            <Editor
              project={project}
              user={user.id}
              inForce={guidelines.data}
              onPublished={(words) => {
                setPublished(words);
                setParams({});
              }}
            />
          </Suspense>
        ) : (
          <Reader project={project} user={user.id} inForce={guidelines.data} said={published} />
        )
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
