import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { type AnswerOutbox, type AnswerState, onSavedElsewhere, outboxOf } from "@/api/answers";
import { usePreferences } from "@/api/preferences";
import { projectsQuery, sessionQuery } from "@/api/queries";
import { onSignedInAgain } from "@/api/session";
import type { Project, User } from "@/api/types";
import { messages } from "@/app/messages";
import { RETRY } from "@/lib/reach";
import { EndKeys } from "./EndKeys";
import { Lazily } from "./LazyPart";
import { fetchParts } from "./lazyParts";
import { makeStore } from "./makeStore";
import { Memory } from "./memory";
import { Notice } from "./Notice";
import { parts } from "./panelParts";
import { countsOf } from "./progress";
import { articleOf, claimOf, type Outcome } from "./state";
import type { AnnotateStore } from "./store";
import { TopBarParts } from "./TopBarParts";
import { useAttention } from "./useAttention";
import { useHeartbeat } from "./useHeartbeat";
import { useKeptPlace } from "./useKeptPlace";
import { FailedArticle, LoadingArticle } from "./Waiting";
import { Workspace } from "./Workspace";

export function AnnotateScreen({ project }: { project: Project }) {
  const { data } = useQuery(sessionQuery);
  return data?.user ? (
    <Annotate project={project} user={data.user} outbox={outboxOf(data.user.id)} />
  ) : null;
}

type Props = { project: Project; user: User; outbox: AnswerOutbox };

function Annotate({ project, user, outbox }: Props) {
  const attention = useAttention();
  const memory = useMemo(() => new Memory(user.id, project.slug), [user.id, project.slug]);
  const [store] = useState(() => makeStore({ slug: project.slug, outbox, attention, memory }));
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const sync = useSyncExternalStore(outbox.subscribe, outbox.getState);
  // What this screen gains is counted here: a newer count of the server would hold it twice.
  const [begun] = useState(project);
  const { session, beat } = state;
  const { auto_advance: advances } = usePreferences();
  useEffect(() => store.dispatch({ type: "advances", isOn: advances }), [store, advances]);
  useArticles(store, state.queue === "failed" && state.failure === null);
  useHeartbeat(store, project.slug, state.queue === "ready");
  useKeptPlace(store, memory);
  useFreshListsAfterwards();
  useTheRestInTime(store);
  const isSaved = sync.phase === "saved";
  useEffect(() => {
    if (isSaved) void store.refresh();
  }, [isSaved, store]);

  const counts = countsOf(begun, session, beat);
  const article = articleOf(session);
  const claim = claimOf(session);
  const lookAgain = () => void store.openNext();
  return (
    <>
      <title>{messages.app.pageTitle(`${messages.annotate.title}, ${project.name}`)}</title>
      <TopBarParts project={project} outbox={outbox} counts={counts} onTaken={store.take} />
      {state.atEnd && <EndKeys store={store} />}
      {state.atEnd ? (
        <Lazily
          part={parts.end}
          onClose={lookAgain}
          own={{
            answered: counts.answered,
            available: counts.available,
            today: counts.today,
            project: { ...project, ...counts.project, state: beat?.project_state ?? project.state },
            unsent: sync.pending.length,
            isLooking: state.isLooking,
            hasFailed: state.queue === "failed",
            onLook: lookAgain,
            onBack: article ? () => store.openBeside(-1) : null,
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
          beat={beat}
          search={state}
        />
      ) : state.queue === "failed" ? (
        <FailedArticle reason={state.failure} onRetry={() => void store.load()} />
      ) : (
        <LoadingArticle />
      )}
      <Notice project={project} beat={beat} claim={claim?.id ?? null} />
    </>
  );
}

function isOnServer(outcome: Outcome | null, { pending, refused }: AnswerState): boolean {
  return ![...pending, ...refused].some(({ payload }) => payload.claim === outcome?.claim.id);
}

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 30_000;

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

/** The counts that other screens show have changed by what was done here. */
function useFreshListsAfterwards(): void {
  const queries = useQueryClient();
  useEffect(
    () => () => void queries.invalidateQueries({ queryKey: projectsQuery.queryKey }),
    [queries],
  );
}

/** Fetch the rest at the first sign of work: it can wait till then, and later it may be too late. */
function useTheRestInTime(store: AnnotateStore): void {
  useEffect(() => {
    const options = { passive: true, capture: true };
    let timer: ReturnType<typeof setTimeout>;
    let isWanted = true;
    const fetchAll = async () => {
      const isHere = await fetchParts();
      if (!isHere && isWanted) timer = setTimeout(fetchAll, RETRY);
    };
    const begin = () => {
      ignore();
      void fetchAll();
      void store.loadHistory();
    };
    const ignore = () => {
      window.removeEventListener("keydown", begin, options);
      window.removeEventListener("pointerdown", begin, options);
    };
    window.addEventListener("keydown", begin, options);
    window.addEventListener("pointerdown", begin, options);
    return () => {
      ignore();
      isWanted = false;
      clearTimeout(timer);
    };
  }, [store]);
}
