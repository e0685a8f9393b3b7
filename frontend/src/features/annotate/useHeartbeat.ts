import { useEffect } from "react";
import { type AnswerOutbox, isShutOut } from "@/api/answers";
import { ApiError, api, call } from "@/api/client";
import type { Heartbeat } from "@/api/types";
import type { AnnotateStore } from "./store";

const EVERY = 60_000;

type Options = {
  store: AnnotateStore;
  outbox: AnswerOutbox;
  slug: string;
  isReady: boolean;
  /** Called with true when the project turns out to be closed, with false once a beat says more. */
  onShut: (isShut: boolean) => void;
};

/** Tell the server now and then, while the page is seen, which articles are being worked on. */
export function useHeartbeat({ store, outbox, slug, isReady, onShut }: Options): void {
  useEffect(() => {
    if (!isReady) return;
    let isWanted = true;
    let last = 0;
    let refusals = 0;
    const beat = async () => {
      if (document.visibilityState !== "visible") return;
      last = Date.now();
      const before = refusals;
      const heard = await ask(slug, store.openArticles());
      if (!heard || !isWanted) return;
      store.hear(heard);
      // A refusal since it was asked is newer than what it says.
      if (refusals === before) onShut(false);
    };
    const look = () => {
      if (Date.now() - last >= EVERY) void beat();
    };
    const stop = onShutOut(store, outbox, () => {
      refusals += 1;
      onShut(true);
      void beat();
    });
    void beat();
    const timer = setInterval(beat, EVERY);
    document.addEventListener("visibilitychange", look);
    return () => {
      isWanted = false;
      stop();
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [store, outbox, slug, isReady, onShut]);
}

/** Call `listener` when an answer that was on its way is refused because the project is closed. */
function onShutOut(store: AnnotateStore, outbox: AnswerOutbox, listener: () => void): () => void {
  const sent = () => new Set(outbox.getState().pending.map(({ id }) => id));
  let before = sent();
  return outbox.subscribe(() => {
    // What waits may be for another project.
    const here = new Set(store.getState().session.articles.map(({ id }) => id));
    const isNew = outbox
      .getState()
      .refused.some((one) => before.has(one.id) && isShutOut(one) && here.has(one.payload.article));
    before = sent();
    if (isNew) listener();
  });
}

async function ask(slug: string, articles: readonly number[]): Promise<Heartbeat | null> {
  const midnight = new Date();
  midnight.setHours(0, 0, 0, 0);
  const body = { articles: [...articles], since: midnight.toISOString() };
  const params = { path: { slug } };
  const signal = AbortSignal.timeout(EVERY / 2);
  try {
    return await call(api.POST("/api/v1/projects/{slug}/heartbeat/", { params, body, signal }));
  } catch (error) {
    // The next one comes soon, and nothing hangs on this one.
    if (error instanceof ApiError) return null;
    throw error;
  }
}
