import { useEffect } from "react";
import type { Memory } from "./memory";
import { articleOf, claimOf } from "./state";
import type { AnnotateStore } from "./store";
import type { AnnotateState } from "./storeState";

const SETTLED = 300;

/** Keep the place, and notes that wait for an answer, for whoever comes back later. */
export function useKeptPlace(store: AnnotateStore, memory: Memory): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let before = store.getState().shown;
    const keep = () => {
      clearTimeout(timer);
      timer = undefined;
      const kept = keptOf(store.getState());
      // Another tab may have shown newer guidelines; what the server lacks, it lacks for both.
      const atLeast = kept.shown < before ? 0 : (memory.read().shown ?? 0);
      before = kept.shown;
      memory.write({ ...kept, shown: Math.max(kept.shown, atLeast) });
    };
    const later = () => {
      if (store.getState().session.at >= 0) timer ??= setTimeout(keep, SETTLED);
    };
    const now = () => {
      if (timer !== undefined) keep();
    };
    const stop = store.subscribe(later);
    window.addEventListener("pagehide", now);
    return () => {
      now();
      stop();
      window.removeEventListener("pagehide", now);
    };
  }, [store, memory]);
}

function keptOf({ session, shown }: AnnotateState) {
  const article = articleOf(session);
  const claim = claimOf(session);
  const isOpen = article && claim && session.step !== "finished";
  return {
    shown,
    place: isOpen ? { article: article.id, claim: claim.id } : null,
    drafts: [...session.drafts].filter(([id]) => !session.answers.has(id)),
  };
}
