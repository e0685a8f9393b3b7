import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { type AnswerOutbox, type AnswerState, onSavedElsewhere, outboxOf } from "@/api/answers";
import { usePreferences } from "@/api/preferences";
import { guidelinesQuery, projectQuery, projectsQuery, sessionQuery } from "@/api/queries";
import { onSignedInAgain } from "@/api/session";
import type { Project, User } from "@/api/types";
import { messages } from "@/app/messages";
import { onFirstSign } from "@/lib/firstSign";
import { RETRY } from "@/lib/reach";
import { Lazily } from "./LazyPart";
import { makeStore } from "./makeStore";
import { Memory } from "./memory";
import { Notice } from "./Notice";
import { fetchParts, parts } from "./panelParts";
import { countsOf } from "./progress";
import { articleOf, claimOf, type Outcome } from "./state";
import type { AnnotateStore } from "./store";
import { TopBarParts } from "./TopBarParts";
import { useAttention } from "./useAttention";
import { useKeeping } from "./useKeeping";
import { useKeptPlace } from "./useKeptPlace";
import { useStanding } from "./useStanding";
import { FailedArticle, LoadingArticle } from "./Waiting";
import { Workspace } from "./Workspace";

export function AnnotateScreen({ project }: { project: Project }) {
  const { data } = useQuery(sessionQuery);
  if (!data?.user) return null;
  return (
    <>
      <title>{messages.app.pageTitle(`${messages.annotate.title}, ${project.name}`)}</title>
      {project.role === "viewer" ? (
        <Lazily part={parts.lookingOn} own={{ project }} />
      ) : (
        <Annotate project={project} user={data.user} outbox={outboxOf(data.user.id)} />
      )}
    </>
  );
}

type Props = { project: Project; user: User; outbox: AnswerOutbox };

function Annotate({ project, user, outbox }: Props) {
  const attention = useAttention();
  const memory = useMemo(() => new Memory(user.id, project.slug), [user.id, project.slug]);
  const [store] = useState(() => makeStore({ project, outbox, attention, memory }));
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const sync = useSyncExternalStore(outbox.subscribe, outbox.getState);
  // What this screen gains is counted here: a newer count of the server would hold it twice.
  const [begun] = useState(project);
  const { session, beat } = state;
  const { auto_advance: advances } = usePreferences();
  useEffect(() => store.dispatch({ type: "advances", isOn: advances }), [store, advances]);
  useArticles(store, state.queue === "failed" && state.failure === null);
  const standing = useStanding(store, outbox, project);
  useKeptPlace(store, memory);
  const article = articleOf(session);
  const isRefused = state.failure !== null;
  useKeeping(store, begun, state.queue === "ready" || isRefused || session.articles.length > 0);
  useFreshListsAfterwards();
  useFreshProject(project.slug, isRefused);
  useTheRestInTime(store, project.slug, article !== undefined || state.queue !== "loading");
  const isSaved = sync.phase === "saved";
  useEffect(() => {
    if (isSaved) void store.refresh();
  }, [isSaved, store]);

  const counts = countsOf(begun, session, beat);
  const claim = claimOf(session);
  const lookAgain = () => void store.openNext();
  return (
    <>
      <TopBarParts project={project} outbox={outbox} counts={counts} store={store} />
      {state.atEnd ? (
        <Lazily
          part={parts.end}
          isUnasked
          onClose={lookAgain}
          own={{
            answered: counts.answered,
            available: counts.available,
            today: counts.today,
            project: { ...project, ...counts.project, state: standing.state },
            unsent: sync.pending.length,
            isLooking: state.isLooking,
            hasFailed: state.queue === "failed",
            onLook: lookAgain,
            onBack: article || counts.answered > 0 ? () => store.openBeside(-1) : null,
            store,
          }}
        />
      ) : article && claim ? (
        <Workspace
          project={project}
          store={store}
          session={session}
          article={article}
          claim={claim}
          isSaved={isOnServer(session.outcome, sync)}
          counts={counts}
          standing={standing}
          search={state}
        />
      ) : state.queue === "failed" ? (
        <FailedArticle reason={state.failure} onRetry={() => void store.load()} />
      ) : (
        <LoadingArticle />
      )}
      <Notice project={project} store={store} state={state} claim={claim?.id ?? null} />
    </>
  );
}

function isOnServer(outcome: Outcome | null, { pending, refused }: AnswerState): boolean {
  return ![...pending, ...refused].some(({ payload }) => payload.claim === outcome?.claim.id);
}

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 10_000;

/** Fetch the queue at the start, after signing in again, and until it can be reached. */
function useArticles(store: AnnotateStore, isUnreachable: boolean): void {
  useEffect(() => {
    void store.load();
    const forget = onSavedElsewhere((payload, id) => store.takeOver({ id, payload }));
    const stop = onSignedInAgain(() => void store.load());
    return () => {
      forget();
      stop();
      store.leave();
    };
  }, [store]);
  useEffect(() => {
    if (!isUnreachable) return;
    let wait = FIRST_WAIT;
    let timer: ReturnType<typeof setTimeout>;
    let isWanted = true;
    const tryLater = () => {
      if (!isWanted) return;
      timer = setTimeout(() => {
        wait = Math.min(wait * 2, LONGEST_WAIT);
        void store.load().then(tryLater);
      }, wait);
    };
    tryLater();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [store, isUnreachable]);
}

/** A queue that is refused may be so because the project or the role in it is another by now. */
function useFreshProject(slug: string, isRefused: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!isRefused) return;
    void queries.prefetchQuery({ ...projectQuery(slug), staleTime: 0 });
  }, [queries, slug, isRefused]);
}

/** The counts that other screens show have changed by what was done here. */
function useFreshListsAfterwards(): void {
  const queries = useQueryClient();
  useEffect(
    () => () => void queries.invalidateQueries({ queryKey: projectsQuery.queryKey }),
    [queries],
  );
}

/**
 * Fetch the rest at the first sign of somebody there, once the first claim is: until then it can
 * wait, and later it may be too late.
 */
function useTheRestInTime(store: AnnotateStore, slug: string, isClaimHere: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!isClaimHere) return;
    let timer: ReturnType<typeof setTimeout>;
    let isWanted = true;
    const fetchAll = async () => {
      const isHere = await fetchParts();
      if (!isHere && isWanted) timer = setTimeout(fetchAll, RETRY);
    };
    const ignore = onFirstSign(() => {
      void fetchAll();
      void store.loadHistory();
      void queries.prefetchQuery(guidelinesQuery(slug));
    });
    return () => {
      ignore();
      isWanted = false;
      clearTimeout(timer);
    };
  }, [store, slug, queries, isClaimHere]);
}
