import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { allOf } from "@/api/pages";
import type { ArticleImport, Project } from "@/api/types";
import { messages } from "@/app/messages";
import { leadMessages } from "@/app/messages/leads";
import { classes } from "@/lib/classes";
import { count } from "@/lib/numbers";
import { dateTime, timeAgo } from "@/lib/time";
import { Ago } from "@/ui/Ago";
import { Button } from "@/ui/Button";
import { ButtonLink } from "@/ui/ButtonLink";
import cards from "@/ui/Cards.module.css";
import { EmptyState } from "@/ui/EmptyState";
import { Message } from "@/ui/Message";
import { SkeletonRows } from "@/ui/SkeletonRows";
import { StateMark } from "@/ui/StateMark";
import { useNow } from "@/ui/useNow";
import styles from "./ImportsScreen.module.css";
import { isLive } from "./polling";
import { importsQuery } from "./queries";

const m = leadMessages.imports;
const LIST_MS = 2000;

export function ImportsScreen({ project }: { project: Project }) {
  return (
    <div className="page">
      <title>{messages.app.pageTitle(`${m.title}, ${project.name}`)}</title>
      <div className={styles.head}>
        <div>
          <Link href={`/projects/${project.slug}/articles`} className={styles.back}>
            {leadMessages.articles.title}
          </Link>
          <h1>{m.title}</h1>
        </div>
        {project.role === "lead" && <NewLink slug={project.slug} />}
      </div>
      {project.role === "lead" ? (
        <ImportList slug={project.slug} />
      ) : (
        <EmptyState title={m.leadOnly}>
          <ButtonLink href={`/projects/${project.slug}/articles`}>{m.backToArticles}</ButtonLink>
        </EmptyState>
      )}
    </div>
  );
}

function ImportList({ slug }: { slug: string }) {
  const imports = useInfiniteQuery({
    ...importsQuery(slug),
    refetchInterval: ({ state }) =>
      state.data && allOf(state.data.pages).some(isLive) ? LIST_MS : false,
  });
  const list = imports.data && allOf(imports.data.pages);
  return (
    <>
      {imports.isPending && <SkeletonRows label={m.loading} rows={5} />}
      {list?.length === 0 && (
        <EmptyState title={m.emptyTitle} text={m.empty}>
          <NewLink slug={slug} />
        </EmptyState>
      )}
      {imports.isError && (
        <div className={styles.notice}>
          <Message
            tone="error"
            action={
              <Button busy={imports.isFetching} onClick={() => void imports.refetch()}>
                {messages.app.tryAgain}
              </Button>
            }
          >
            {imports.isFetchNextPageError ? m.failedMore : m.failed}
          </Message>
        </div>
      )}
      {list && list.length > 0 && <ImportTable slug={slug} list={list} />}
      {imports.hasNextPage && (
        <Button
          busy={imports.isFetchingNextPage}
          onClick={() => void imports.fetchNextPage()}
          className={styles.more}
        >
          {messages.app.showMore}
        </Button>
      )}
    </>
  );
}

function ImportTable({ slug, list }: { slug: string; list: readonly ArticleImport[] }) {
  const now = useNow(30_000);
  return (
    <table className={classes(cards.cards, styles.table)}>
      <caption className="visually-hidden">{m.title}</caption>
      <thead>
        <tr>
          <th scope="col">{m.columns.name}</th>
          <th scope="col">{m.columns.state}</th>
          <th scope="col" className={styles.number}>
            {m.stored}
          </th>
          <th scope="col" className={styles.number}>
            {m.duplicates}
          </th>
          <th scope="col" className={styles.number}>
            {m.failures}
          </th>
          <th scope="col">{m.columns.began}</th>
        </tr>
      </thead>
      <tbody>
        {list.map((one) => (
          <tr key={one.id}>
            <th scope="row" className={styles.name}>
              <Link href={`/projects/${slug}/articles/imports/${one.id}`}>{one.name}</Link>
            </th>
            <td>
              <StateMark state={one.state}>{m.states[one.state]}</StateMark>
            </td>
            <td className={styles.number} data-label={m.stored}>
              {count(one.stored)}
            </td>
            <td className={styles.number} data-label={m.duplicates}>
              {count(one.duplicates)}
            </td>
            <td className={styles.number} data-label={m.failures}>
              {count(one.failed)}
            </td>
            <td data-label={m.columns.began}>
              <Ago
                iso={one.created_at}
                relative={timeAgo(one.created_at, now)}
                absolute={dateTime(one.created_at)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NewLink({ slug }: { slug: string }) {
  return (
    <ButtonLink variant="primary" href={`/projects/${slug}/articles/new`}>
      {m.import}
    </ButtonLink>
  );
}
