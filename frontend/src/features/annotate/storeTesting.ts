import { expect, vi } from "vitest";
import type { Save } from "@/api/answers";
import { ApiError } from "@/api/client";
import type { KeptArticles } from "@/api/keptData";
import { makeOutbox } from "@/api/testing";
import type { Article } from "@/api/types";
import { Attention } from "@/lib/attention";
import type { Entry } from "@/lib/outbox";
import type { PastEvent } from "./stacks";
import { AnnotateStore } from "./store";
import type { Options } from "./storeState";

export const UNREACHABLE = new ApiError({ status: 0, code: "unreachable", detail: "" });

type Reply = Article[] | ApiError | Promise<Article[]>;
type Given = {
  history?: PastEvent[] | ApiError;
  place?: { article: number; claim: number };
  /** What an earlier page has kept, for which it may have to know what it put into the outbox. */
  kept?: KeptArticles | ((waiting: readonly Entry<Save>[]) => KeptArticles);
  /** What another page has put into the outbox before. */
  unsent?: readonly Save[];
  revertProposal?: Options["revertProposal"];
  /** The claims whose answers the server refuses. */
  refuses?: readonly number[];
};

/** A store before a server that gives `replies`, one a request. */
export async function setUp(replies: Reply[], given: Given = {}) {
  const { history = [], place = null, kept = null, unsent = [], refuses = [] } = given;
  const { revertProposal = async () => null } = given;
  const sent: Save[] = [];
  let isReachable = true;
  let serverHas: Article | null = null;
  let requests = 0;
  const outbox = makeOutbox(async ({ payload }) => {
    if (!isReachable) throw UNREACHABLE;
    if (refuses.includes(payload.claim)) return "source_type_archived";
    sent.push(payload);
    return undefined;
  });
  let waiting: readonly Entry<Save>[] = [];
  const clock = { now: 0 };
  const attention = new Attention(() => clock.now);
  const store = new AnnotateStore({
    outbox,
    attention,
    place,
    shown: 1,
    readKept: async () => (typeof kept === "function" ? kept(waiting) : kept),
    revertProposal,
    fetchHistory: async () => {
      if (history instanceof ApiError) throw history;
      return history;
    },
    fetchQueue: async (limit) => {
      requests += 1;
      const reply = (await replies.shift()) ?? [];
      if (reply instanceof ApiError) throw reply;
      return reply.slice(0, limit);
    },
    fetchArticle: async () => {
      if (!serverHas) throw UNREACHABLE;
      return serverHas;
    },
  });
  await vi.waitFor(() => expect(outbox.getState().phase).toBe("saved"));
  isReachable = unsent.length === 0;
  waiting = outbox.addAll(unsent);
  await store.load();
  return {
    store,
    outbox,
    sent,
    waiting,
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
