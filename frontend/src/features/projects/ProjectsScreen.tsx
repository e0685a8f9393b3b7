import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import Plus from "lucide-react/icons/plus";
import { allOf } from "@/api/pages";
import { projectsQuery, sessionQuery } from "@/api/queries";
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
  const createsProjects = useQuery(sessionQuery).data?.user?.creates_projects ?? false;
  const isStale = projects.isError && projects.data !== undefined;
  const isEmpty = projects.data?.pages[0]?.results.length === 0;
  return (
    <div className={classes("page", styles.page)}>
      <title>{messages.app.pageTitle(m.title)}</title>
      <div className={styles.head}>
        <h1>{m.title}</h1>
        {createsProjects && !isEmpty && (
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
            <Button busy={projects.isFetching} onClick={() => void projects.refetch()}>
              {messages.app.tryAgain}
            </Button>
          }
        >
          {isStale
            ? m.failedSince(dateTime(new Date(projects.dataUpdatedAt).toISOString()))
            : m.failed}
        </Message>
      )}
      {projects.isPending && <Loading />}
      {isEmpty && (createsProjects ? <FirstProject /> : <NoProject />)}
      {projects.data && !isEmpty && (
        <ProjectList list={allOf(projects.data.pages)} isStale={isStale} />
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

type ListProps = { list: ProjectSummary[]; isStale: boolean };

function ProjectList({ list, isStale }: ListProps) {
  const first = nextToWorkOn(list);
  return (
    <ul className={classes(styles.list, isStale && styles.stale)}>
      {list.map((project) => (
        <li key={project.slug}>
          <ProjectCard project={project} takesFocus={project === first} />
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
