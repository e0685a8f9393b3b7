import { expect, vi } from "vitest";
import type { Save } from "@/api/answers";
import { ApiError } from "@/api/client";
import { makeOutbox } from "@/api/testing";
import type { Article } from "@/api/types";
import { Attention } from "@/lib/attention";
import type { PastEvent } from "./stacks";
import { AnnotateStore } from "./store";

export const UNREACHABLE = new ApiError({ status: 0, code: "unreachable", detail: "" });

type Reply = Article[] | ApiError | Promise<Article[]>;
type Given = { history?: PastEvent[]; place?: { article: number; claim: number } };

/** A store before a server that gives `replies`, one a request. */
export async function setUp(replies: Reply[], { history = [], place }: Given = {}) {
  const sent: Save[] = [];
  let isReachable = true;
  let serverHas: Article | null = null;
  let requests = 0;
  const outbox = makeOutbox(async ({ payload }) => {
    if (!isReachable) throw UNREACHABLE;
    sent.push(payload);
  });
  const clock = { now: 0 };
  const attention = new Attention(() => clock.now);
  const store = new AnnotateStore({
    outbox,
    attention,
    place: place ?? null,
    fetchHistory: async () => history,
    fetchQueue: async () => {
      requests += 1;
      const reply = replies.shift() ?? [];
      if (reply instanceof ApiError) throw reply;
      return reply;
    },
    fetchArticle: async () => {
      if (!serverHas) throw UNREACHABLE;
      return serverHas;
    },
  });
  await vi.waitFor(() => expect(outbox.getState().phase).toBe("saved"));
  await store.load();
  return {
    store,
    outbox,
    sent,
    attention,
    wait: (seconds: number) => {
      clock.now += seconds * 1_000;
    },
    requests: () => requests,
    cut: () => {
      isReachable = false;
    },
    mend: () => {
      isReachable = true;
      outbox.wake();
    },
    serve: (article: Article) => {
      serverHas = article;
    },
    session: () => store.getState().session,
    settle: () => vi.waitFor(() => expect(outbox.getState().phase).toBe("saved")),
  };
}

export function answerAll(store: AnnotateStore, times: number) {
  for (let turn = 0; turn < times; turn++) {
    store.dispatch({ type: "source", key: "named" });
    store.dispatch({ type: "confidence", value: 3 });
  }
}
