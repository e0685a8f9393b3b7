import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { type AnswerOutbox, outboxOf, type Save } from "@/api/answers";
import { api, call } from "@/api/client";
import { projectsQuery, sessionQuery } from "@/api/queries";
import { onSignedInAgain } from "@/api/session";
import type { Article, Project } from "@/api/types";
import { messages } from "@/app/messages";
import type { OutboxState } from "@/lib/outbox";
import { EndOfQueue } from "./EndOfQueue";
import { articleOf, claimOf, countGained, type Outcome } from "./session";
import { AnnotateStore } from "./store";
import { TopBarParts } from "./TopBarParts";
import { FailedArticle, LoadingArticle } from "./Waiting";
import { Workspace } from "./Workspace";

export function AnnotateScreen({ project }: { project: Project }) {
  const { data } = useQuery(sessionQuery);
  return data?.user ? <Annotate project={project} outbox={outboxOf(data.user.id)} /> : null;
}

function Annotate({ project, outbox }: { project: Project; outbox: AnswerOutbox }) {
  const [store] = useState(() => makeStore(project.slug, outbox));
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const sync = useSyncExternalStore(outbox.subscribe, outbox.getState);
  // What this screen gains is counted here: a newer count of the server would hold it twice.
  const [{ answered, available }] = useState(project.mine);
  useArticles(store, state.queue === "failed" && state.failure === null);
  useFreshListsAfterwards();
  const isSaved = sync.phase === "saved";
  useEffect(() => {
    if (isSaved) void store.refresh();
  }, [isSaved, store]);

  const total = answered + countGained(state.session);
  const article = articleOf(state.session);
  const claim = claimOf(state.session);
  return (
    <>
      <title>{messages.app.pageTitle(`${messages.annotate.title}, ${project.name}`)}</title>
      <TopBarParts
        project={project}
        outbox={outbox}
        sync={sync}
        answered={total}
        available={Math.max(available, total)}
        onLetGo={(refusal) => void store.letGo(refusal)}
      />
      {state.atEnd ? (
        <EndOfQueue
          answered={total}
          available={Math.max(available, total)}
          unsent={sync.pending.length}
          isLooking={state.queue === "loading"}
          onLook={() => void store.openNext()}
          onBack={article ? () => store.openBeside(-1) : null}
        />
      ) : article && claim ? (
        <Workspace
          project={project}
          store={store}
          session={state.session}
          article={article}
          claim={claim}
          isSaved={isOnServer(state.session.outcome, sync)}
        />
      ) : state.queue === "failed" ? (
        <FailedArticle reason={state.failure} onRetry={() => void store.load()} />
      ) : (
        <LoadingArticle />
      )}
    </>
  );
}

function isOnServer(outcome: Outcome | null, { pending, refused }: OutboxState<Save>): boolean {
  return ![...pending, ...refused].some(({ payload }) => payload.claim === outcome?.claim.id);
}

function makeStore(slug: string, outbox: AnswerOutbox): AnnotateStore {
  const path = { slug };
  return new AnnotateStore({
    outbox,
    fetchQueue: async (limit) => {
      const body = { limit };
      const { articles } = await call(
        api.POST("/api/v1/projects/{slug}/queue/", { params: { path }, body }),
      );
      return articles;
    },
    fetchArticle: (id): Promise<Article> =>
      call(api.GET("/api/v1/articles/{article_id}/", { params: { path: { article_id: id } } })),
  });
}

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 30_000;

/** Fetch the queue at the start, after signing in again, and until it can be reached. */
function useArticles(store: AnnotateStore, isUnreachable: boolean): void {
  useEffect(() => {
    void store.load();
    return onSignedInAgain(() => void store.load());
  }, [store]);
  useEffect(() => {
    if (!isUnreachable) return;
    let wait = FIRST_WAIT;
    let timer: ReturnType<typeof setTimeout>;
    const tryLater = () => {
      timer = setTimeout(() => {
        wait = Math.min(wait * 2, LONGEST_WAIT);
        void store.load().then(tryLater);
      }, wait);
    };
    tryLater();
    return () => clearTimeout(timer);
  }, [store, isUnreachable]);
}

/** The counts that other screens show have changed by what was done here. */
function useFreshListsAfterwards(): void {
  const queries = useQueryClient();
  useEffect(
    () => () => void queries.invalidateQueries({ queryKey: projectsQuery.queryKey }),
    [queries],
  );
}
