import { useInfiniteQuery } from "@tanstack/react-query";
import Download from "lucide-react/icons/download";
import { useLocation, useSearch } from "wouter";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { peopleMessages } from "@/app/messages/people";
import { Button } from "@/ui/Button";
import { ButtonLink } from "@/ui/ButtonLink";
import { EmptyState } from "@/ui/EmptyState";
import { Message } from "@/ui/Message";
import { SkeletonRows } from "@/ui/SkeletonRows";
import styles from "./ActivityScreen.module.css";
import { Filters } from "./Filters";
import { EVERYTHING, type Filter, readFilter, writeFilter } from "./filter";
import { Log } from "./Log";
import { logFile, logQuery } from "./queries";

const m = peopleMessages.activity;

export function ActivityScreen({ project }: { project: Project }) {
  return (
    <div className="page">
      <title>{messages.app.pageTitle(`${m.title}, ${project.name}`)}</title>
      {project.role === "lead" ? (
        <Activity project={project} />
      ) : (
        <>
          <h1 className={styles.title}>{m.title}</h1>
          <EmptyState title={m.leadOnly}>
            <ButtonLink href={`/projects/${project.slug}`}>{m.backToDashboard}</ButtonLink>
          </EmptyState>
        </>
      )}
    </div>
  );
}

function Activity({ project }: { project: Project }) {
  const { slug } = project;
  const [path, go] = useLocation();
  const search = useSearch();
  const filter = readFilter(search);
  const log = useInfiniteQuery(logQuery(slug, filter));
  const isFiltered = writeFilter(filter) !== "";
  const choose = (chosen: Filter) => {
    const query = writeFilter(chosen);
    go(query ? `${path}?${query}` : path, { replace: true });
  };
  const isEmpty = log.data?.pages[0]?.results.length === 0;
  return (
    <>
      <div className={styles.head}>
        <div>
          <h1>{m.title}</h1>
          <p className={styles.text}>{m.text}</p>
        </div>
        <a href={logFile(slug, filter)} download className={styles.download}>
          <Download size={16} aria-hidden />
          {m.download}
        </a>
      </div>
      <Filters slug={slug} filter={filter} onChange={choose} />
      {log.isPending && !log.isError && <SkeletonRows label={m.loading} rows={8} />}
      {log.data && (
        <Log key={writeFilter(filter)} project={project} filter={filter} log={log.data} />
      )}
      {isEmpty && !isFiltered && <EmptyState title={m.emptyTitle} text={m.empty} />}
      {isEmpty && isFiltered && (
        <EmptyState title={m.noMatchTitle} text={m.noMatch}>
          <Button onClick={() => choose(EVERYTHING)}>{m.clear}</Button>
        </EmptyState>
      )}
      {log.isError && (
        <div className={styles.problem}>
          <Message
            tone="error"
            action={
              <Button
                busy={log.isFetching}
                onClick={() => void (log.data ? log.fetchNextPage() : log.refetch())}
              >
                {messages.app.tryAgain}
              </Button>
            }
          >
            {log.data ? m.failedMore : m.failed}
          </Message>
        </div>
      )}
      {log.hasNextPage && !log.isError && (
        <Button
          busy={log.isFetchingNextPage}
          onClick={() => void log.fetchNextPage()}
          className={styles.more}
        >
          {m.more}
        </Button>
      )}
      {log.data && !log.hasNextPage && !isFiltered && !isEmpty && (
        <p className={styles.end}>{m.end}</p>
      )}
    </>
  );
}
