import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import Plus from "lucide-react/icons/plus";
import { useEffect } from "react";
import { outboxOf } from "@/api/answers";
import { allOf } from "@/api/pages";
import { projectsQuery, sessionQuery } from "@/api/queries";
import { onSignedInAgain } from "@/api/session";
import type { ProjectSummary } from "@/api/types";
import { messages } from "@/app/messages";
import { projectMessages } from "@/app/messages/projects";
import { classes } from "@/lib/classes";
import { dateTime } from "@/lib/time";
import { Button } from "@/ui/Button";
import { ButtonLink } from "@/ui/ButtonLink";
import { CopyButton } from "@/ui/CopyButton";
import { EmptyState } from "@/ui/EmptyState";
import { Message } from "@/ui/Message";
import { Skeleton, useDelay } from "@/ui/Skeleton";
import { ProjectCard } from "./ProjectCard";
import styles from "./ProjectsScreen.module.css";
import { nextToWorkOn } from "./summary";

const m = projectMessages;

export function ProjectsScreen() {
  const projects = useInfiniteQuery(projectsQuery);
  const user = useQuery(sessionQuery).data?.user;
  const createsProjects = user?.creates_projects ?? false;
  const { refetch } = projects;
  useEffect(() => onSignedInAgain(() => void refetch()), [refetch]);
  useCountsOfSent(user?.id, refetch);
  const first = projects.data?.pages[0];
  const isEmpty = first?.results.length === 0;
  const isKept = first?.isKept ?? false;
  const isStale = projects.isError && first !== undefined && !isKept;
  return (
    <div className={classes("page", styles.page)}>
      <title>{messages.app.pageTitle(m.title)}</title>
      <div className={styles.head}>
        <h1>{m.title}</h1>
        {createsProjects && !isEmpty && !isKept && (
          <ButtonLink href="/projects/new" variant="plain">
            <Plus size={16} aria-hidden />
            {m.newProject}
          </ButtonLink>
        )}
      </div>
      {projects.isError && (
        <Message
          tone="error"
          action={
            <Button busy={projects.isFetching} onClick={() => void refetch()}>
              {messages.app.tryAgain}
            </Button>
          }
        >
          {isStale
            ? m.failedSince(dateTime(new Date(projects.dataUpdatedAt).toISOString()))
            : m.failed}
        </Message>
      )}
      {isKept && !projects.isError && <Message tone="info">{m.onlyKept}</Message>}
      {projects.isPending && <Loading />}
      {isEmpty && (createsProjects ? <FirstProject /> : <NoProject />)}
      {projects.data && !isEmpty && (
        <ProjectList list={allOf(projects.data.pages)} isStale={isStale} isKept={isKept} />
      )}
      {projects.hasNextPage && (
        <Button
          busy={projects.isFetchingNextPage}
          onClick={() => void projects.fetchNextPage()}
          className={styles.more}
        >
          {messages.app.showMore}
        </Button>
      )}
    </div>
  );
}

/** Count again once all has arrived that waited in the browser. */
function useCountsOfSent(userId: number | undefined, refetch: () => unknown): void {
  useEffect(() => {
    if (userId === undefined) return;
    const outbox = outboxOf(userId);
    let waited = outbox.getState().pending.length;
    return outbox.subscribe(() => {
      const waiting = outbox.getState().pending.length;
      if (waiting === 0 && waited > 0) void refetch();
      waited = waiting;
    });
  }, [userId, refetch]);
}

type ListProps = { list: ProjectSummary[]; isStale: boolean; isKept: boolean };

function ProjectList({ list, isStale, isKept }: ListProps) {
  const first = nextToWorkOn(list);
  return (
    <ul className={classes(styles.list, isStale && styles.stale)}>
      {list.map((project) => (
        <li key={project.slug}>
          <ProjectCard project={project} takesFocus={project === first} isKept={isKept} />
        </li>
      ))}
    </ul>
  );
}

function FirstProject() {
  return (
    <EmptyState title={m.emptyTitle} text={m.emptyFirst}>
      <ButtonLink href="/projects/new" variant="primary">
        {m.newProject}
      </ButtonLink>
    </EmptyState>
  );
}

function NoProject() {
  const email = useQuery(sessionQuery).data?.user?.email ?? "";
  return (
    <EmptyState
      title={m.emptyTitle}
      text={
        <>
          {m.empty(email)} {m.emptyLead}
        </>
      }
    >
      <CopyButton
        text={email}
        label={m.copyEmail}
        copiedLabel={messages.app.copied}
        failedLabel={messages.app.copyFailed}
      />
    </EmptyState>
  );
}

function Loading() {
  const late = useDelay();
  if (!late) return null;
  return (
    <div className={styles.list} aria-busy>
      <p className="visually-hidden">{m.loadingProjects}</p>
      <Skeleton height={132} className={styles.bone} />
      <Skeleton height={132} className={styles.bone} />
      <Skeleton height={132} className={styles.bone} />
    </div>
  );
}
