import { describe, expect, it, vi } from "vitest";
import type { Save } from "@/api/answers";
import { ApiError } from "@/api/client";
import type { Article } from "@/api/types";
import { MemoryStore, Outbox } from "@/lib/outbox";
import { claimOf } from "./session";
import { AnnotateStore } from "./store";
import { makeArticle, named } from "./testing";

const UNREACHABLE = new ApiError({ status: 0, code: "unreachable", detail: "" });

/** A store before a server that gives `replies`, one a request. */
async function setUp(replies: (Article[] | ApiError)[]) {
  const sent: Save[] = [];
  let isReachable = true;
  let serverHas: Article | null = null;
  let requests = 0;
  const outbox = new Outbox<Save>({
    store: new MemoryStore(),
    send: async ({ payload }) => {
      if (!isReachable) throw UNREACHABLE;
      sent.push(payload);
    },
    judge: () => ({ kind: "again" }),
  });
  const store = new AnnotateStore({
    outbox,
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
    now: () => 0,
  });
  await vi.waitFor(() => expect(outbox.getState().phase).toBe("saved"));
  await store.load();
  return {
    store,
    outbox,
    sent,
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

function answerAll(store: AnnotateStore, times: number) {
  for (let turn = 0; turn < times; turn++) {
    store.dispatch({ type: "source", key: "named" });
    store.dispatch({ type: "confidence", value: 3 });
  }
}

const A = makeArticle({ id: 1, claims: 5 });
const B = makeArticle({ id: 2, claims: 1 });
const C = makeArticle({ id: 3, claims: 1 });

describe("The annotate store", () => {
  it("sends every answer to the outbox", async () => {
    const { store, sent, settle } = await setUp([[A]]);

    answerAll(store, 2);
    await settle();

    expect(sent.map((save) => save.claim)).toEqual([101, 102]);
  });

  it("fetches the next article while three claims remain", async () => {
    const { store, requests, session } = await setUp([[A], [A, makeArticle({ id: 2, claims: 9 })]]);

    answerAll(store, 1);
    expect(requests()).toBe(1);
    answerAll(store, 1);
    expect(requests()).toBe(2);
    await vi.waitFor(() => expect(session().articles).toHaveLength(2));

    answerAll(store, 3);
    expect(session().step).toBe("finished");
    await store.openNext();
    expect(session().at).toBe(1);
    expect(requests()).toBe(2);
  });

  it("says that there is nothing more only when the server said so with all saved", async () => {
    const { store, cut, mend, settle, session } = await setUp([[A], [A], [A], [C]]);
    cut();
    answerAll(store, 5);
    await store.openNext();
    await store.openNext();
    expect(store.getState().atEnd).toBe(true);

    mend();
    await settle();
    await store.refresh();

    expect(store.getState().atEnd).toBe(false);
    expect(session().articles[session().at]?.id).toBe(3);
  });

  it("does not ask again and again at the end", async () => {
    const { store, requests, settle } = await setUp([[B], []]);
    answerAll(store, 1);
    await settle();
    await store.openNext();
    const asked = requests();

    await store.refresh();
    await store.refresh();

    expect(requests()).toBe(asked);
    expect(store.getState().atEnd).toBe(true);
  });

  it("looks again on request", async () => {
    const { store, settle, session } = await setUp([[B], [], [], [C]]);
    answerAll(store, 1);
    await settle();
    await store.openNext();
    expect(store.getState().atEnd).toBe(true);

    await store.openNext();

    expect(session().articles[session().at]?.id).toBe(3);
  });

  it("has nothing to show where the queue is empty", async () => {
    const { store } = await setUp([[]]);

    expect(store.getState()).toMatchObject({ queue: "ready", atEnd: true });
  });

  it("fails where the server cannot be reached, and recovers", async () => {
    const { store, session } = await setUp([UNREACHABLE, [A]]);
    expect(store.getState()).toMatchObject({ queue: "failed", failure: null });

    await store.load();

    expect(store.getState().queue).toBe("ready");
    expect(claimOf(session())?.number).toBe(1);
  });

  it("gives the server's reason where trying again is no use", async () => {
    const closed = new ApiError({ status: 403, code: "permission_denied", detail: "Not yours." });
    const { store } = await setUp([closed]);

    expect(store.getState().failure).toBe("Not yours.");
  });

  it("shows what the server has when a refused answer is let go", async () => {
    const { store, session, serve } = await setUp([[A]]);
    answerAll(store, 1);
    serve(makeArticle({ id: 1, claims: 5, answered: { 0: named(2) } }));

    await store.letGo({
      id: "x",
      reason: "closed",
      payload: { claim: 101, answer: null, quote: "" },
    });

    expect(session().answers.get(101)).toEqual(named(2));
  });

  it("goes back to an article that is done", async () => {
    const { store, session } = await setUp([[makeArticle({ id: 9, claims: 1 }), A]]);
    answerAll(store, 1);
    await store.openNext();

    store.openBeside(-1);

    expect(session()).toMatchObject({ at: 0, step: "finished" });
  });
});
