import { useEffect } from "react";
import { ApiError, api, call } from "@/api/client";
import type { Heartbeat } from "@/api/types";
import type { AnnotateStore } from "./store";

const EVERY = 60_000;

/** Tell the server now and then, while the page is seen, which articles are being worked on. */
export function useHeartbeat(store: AnnotateStore, slug: string, isReady: boolean): void {
  useEffect(() => {
    if (!isReady) return;
    let isWanted = true;
    let last = 0;
    const beat = async () => {
      if (document.visibilityState !== "visible") return;
      last = Date.now();
      const heard = await ask(slug, store.openArticles());
      if (heard && isWanted) store.hear(heard);
    };
    const look = () => {
      if (Date.now() - last >= EVERY) void beat();
    };
    void beat();
    const timer = setInterval(beat, EVERY);
    document.addEventListener("visibilitychange", look);
    return () => {
      isWanted = false;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [store, slug, isReady]);
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
