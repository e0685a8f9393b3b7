import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { Link, useSearch } from "wouter";
import { api, call } from "@/api/client";
import { allOf, nextCursor, pageQuery } from "@/api/pages";
import type { components } from "@/api/schema";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { type ClaimRow, ClaimRows } from "@/parts/claims/ClaimRows";
import { typeNamed } from "@/parts/overview/types";
import { type Between, betweenOf } from "@/parts/scope/filters";
import { figuresKey, type Scope } from "@/parts/scope/scope";
import { Button } from "@/ui/Button";
import { Message } from "@/ui/Message";
import { Panel } from "@/ui/Panel";
import { SkeletonRows } from "@/ui/SkeletonRows";
import styles from "./DisputedPanel.module.css";

const { disputed: m } = panelMessages;
const AT_ONCE = 5;

type Disputed = components["schemas"]["DisputedOutput"];

const disputedQuery = (slug: string, between: Between | null) =>
  infiniteQueryOptions({
    queryKey: [...figuresKey(slug), "disputed", between],
    queryFn: ({ signal, pageParam }) => {
      const only = between === null ? {} : { between: between.join(",") };
      const query = { ...only, ...pageQuery(pageParam), page_size: AT_ONCE };
      const params = { path: { slug }, query };
      return call(api.GET("/api/v1/projects/{slug}/agreement/disputed/", { params, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextCursor,
  });

type Props = { project: Project; scope: Scope };

/** The claims on which people differ most, each with what was said of it and when. */
export function DisputedPanel({ project, scope }: Props) {
  const between = betweenOf(useSearch());
  const disputed = useInfiniteQuery(disputedQuery(project.slug, between));
  const rows = allOf(disputed.data?.pages ?? []);
  const start = useArrival(between?.join(","));
  return (
    <div ref={start} tabIndex={-1} className={styles.start}>
      <Panel
        title={m.title}
        text={scope.scope === "all" ? m.text : `${m.text} ${m.ofAll}`}
        className={styles.panel}
      >
        {between && (
          <p className={styles.between}>
            {m.between(nameOf(project, between[0]), nameOf(project, between[1]))}{" "}
            <Link href={`/projects/${project.slug}${scope.search}`} replace>
              {m.allDisputed}
            </Link>
          </p>
        )}
        {disputed.isPending && <SkeletonRows label={messages.app.loading} rows={3} />}
        {disputed.isError && (
          <Message
            tone="error"
            action={
              <Button onClick={() => void disputed.refetch()}>{messages.app.tryAgain}</Button>
            }
          >
            {m.failed}
          </Message>
        )}
        {disputed.data && rows.length === 0 && (
          <p className={styles.none}>{between ? m.noneBetween : m.none}</p>
        )}
        {rows.length > 0 && (
          <ClaimRows rows={rows.map((row) => rowOf(row, project))} project={project} />
        )}
        {disputed.hasNextPage && (
          <Button
            className={styles.more}
            busy={disputed.isFetchingNextPage}
            onClick={() => void disputed.fetchNextPage()}
          >
            {m.more}
          </Button>
        )}
      </Panel>
    </div>
  );
}

/** Give a place that is brought into view, with focus, when what it shows is asked for anew. */
function useArrival(asked: string | undefined) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asked === undefined) return;
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: "start" });
  }, [asked]);
  return place;
}

const nameOf = (project: Project, key: string) => typeNamed(project, key).name;

/** Who said what; leads see the names, as in the history. */
function rowOf({ answers, ...claim }: Disputed, project: Project): ClaimRow {
  return {
    ...claim,
    answers: answers.map(({ id, name, source_type, confidence }) => ({
      id,
      source_type,
      words: m.answer(name, nameOf(project, source_type), confidence),
    })),
  };
}
