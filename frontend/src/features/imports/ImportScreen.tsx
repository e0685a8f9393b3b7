import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Link, useParams } from "wouter";
import { ApiError } from "@/api/client";
import type { ArticleImport, Project } from "@/api/types";
import { messages } from "@/app/messages";
import { leadMessages } from "@/app/messages/leads";
import { Button } from "@/ui/Button";
import { ButtonLink } from "@/ui/ButtonLink";
import { EmptyState } from "@/ui/EmptyState";
import { Message } from "@/ui/Message";
import { Skeleton, useDelay } from "@/ui/Skeleton";
import { CancelDialog } from "./CancelDialog";
import { Failures } from "./Failures";
import { Happening } from "./Happening";
import styles from "./ImportScreen.module.css";
import { isLive } from "./polling";
import { cancelImport, importQuery, resumeImport } from "./queries";

const m = leadMessages.imports;

export function ImportScreen({ project }: { project: Project }) {
  const { id } = useParams<{ id: string }>();
  return (
    <div className="page">
      <title>{messages.app.pageTitle(`${m.title}, ${project.name}`)}</title>
      <Link href={`/projects/${project.slug}/articles/imports`} className={styles.back}>
        {m.title}
      </Link>
      {project.role === "lead" ? (
        <OneImport slug={project.slug} id={Number(id)} />
      ) : (
        <EmptyState title={m.leadOnly}>
          <ButtonLink href={`/projects/${project.slug}/articles`}>{m.backToArticles}</ButtonLink>
        </EmptyState>
      )}
    </div>
  );
}

function OneImport({ slug, id }: { slug: string; id: number }) {
  const found = useQuery(importQuery(slug, id));
  const { data, error } = found;
  useFreshArticles(data);
  if (!data) {
    if (!error) return <Loading />;
    const isGone = error instanceof ApiError && error.status === 404;
    return (
      <EmptyState
        title={isGone ? messages.app.notFoundTitle : m.notLoaded}
        text={isGone ? messages.app.notFound : messages.app.unreachable}
      >
        {!isGone && (
          <Button busy={found.isFetching} onClick={() => void found.refetch()}>
            {messages.app.tryAgain}
          </Button>
        )}
      </EmptyState>
    );
  }
  return (
    <div className={styles.import}>
      <h1 className={styles.title}>{data.name}</h1>
      {error && (
        <Message tone="warn" role="status">
          {navigator.onLine ? m.stale : m.offline}
        </Message>
      )}
      <Happening found={data}>
        <Actions slug={slug} found={data} />
      </Happening>
      {data.failed > 0 && <Failures slug={slug} id={id} failed={data.failed} />}
    </div>
  );
}

/** What an import has stored is in the lists once it has ended. */
function useFreshArticles(found: ArticleImport | undefined): void {
  const queries = useQueryClient();
  const isEnded = found && !isLive(found);
  useEffect(() => {
    if (isEnded) {
      void queries.invalidateQueries({
        queryKey: ["projects"],
        predicate: ({ queryKey }) => !queryKey.includes("imports"),
      });
    }
  }, [isEnded, queries]);
}

function Actions({ slug, found }: { slug: string; found: ArticleImport }) {
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const { queryKey } = importQuery(slug, found.id);
  const keep = async (changed: ArticleImport) => {
    // What was asked before would take the change away again.
    await queries.cancelQueries({ queryKey });
    queries.setQueryData(queryKey, changed);
    void queries.invalidateQueries({ queryKey });
  };
  const canceling = useMutation({
    mutationFn: () => cancelImport(slug, found.id),
    onSuccess: keep,
    onSettled: () => setAsking(false),
  });
  const resuming = useMutation({ mutationFn: () => resumeImport(slug, found.id), onSuccess: keep });
  const canResume = found.state === "canceled" || found.state === "failed";
  const problem = canceling.error ?? resuming.error;
  return (
    <>
      <div className={styles.actions}>
        {isLive(found) && <Button onClick={() => setAsking(true)}>{m.cancel}</Button>}
        {canResume && (
          <Button variant="primary" busy={resuming.isPending} onClick={() => resuming.mutate()}>
            {resuming.isPending ? m.resuming : m.resume}
          </Button>
        )}
        {found.stored > 0 && (
          <ButtonLink
            variant={found.state === "done" ? "primary" : "plain"}
            href={`/projects/${slug}/articles`}
          >
            {m.seeArticles}
          </ButtonLink>
        )}
      </div>
      {problem && (
        <Message tone="error">
          {problem instanceof ApiError && !problem.isTemporary ? problem.message : m.actionFailed}
        </Message>
      )}
      {isAsking && (
        <CancelDialog
          stored={found.stored}
          isBusy={canceling.isPending}
          onClose={() => setAsking(false)}
          onCancel={() => canceling.mutate()}
        />
      )}
    </>
  );
}

function Loading() {
  const late = useDelay();
  if (!late) return null;
  return (
    <div className={styles.bones} aria-busy>
      <p className="visually-hidden">{m.loading}</p>
      <Skeleton height={40} width="50%" />
      <Skeleton height={210} />
    </div>
  );
}
