import { describe, expect, it, vi } from "vitest";
import type { Article } from "@/api/types";
import { articleOf } from "./state";
import { answerAll, setUp, UNREACHABLE } from "./storeTesting";
import { makeArticle } from "./testing";

const A = makeArticle({ id: 1, claims: 5 });
const B = makeArticle({ id: 2, claims: 1 });
const C = makeArticle({ id: 3, claims: 1 });

describe("The way to the next article", () => {
  it("begins with the first of those that come to an empty queue", async () => {
    const { store, session } = await setUp([[], [B, C]]);

    await store.openNext();

    expect(store.getState().atEnd).toBe(false);
    expect(articleOf(session())?.id).toBe(2);
  });

  it("opens the only one that comes to an empty queue", async () => {
    const { store } = await setUp([[], [B]]);

    await store.openNext();

    expect(store.getState().atEnd).toBe(false);
  });

  it("takes nobody away from what they went on with meanwhile", async () => {
    const { reply, store, session, settle } = await setUpSlow();
    answerAll(store, 5);
    await settle();
    const opened = store.openNext();

    store.dispatch({ type: "go", to: 0 });
    store.dispatch({ type: "source", key: "named" });
    reply([A, C]);
    await opened;

    expect(articleOf(session())?.id).toBe(1);
    expect(session()).toMatchObject({ current: 0, step: "confidence" });
  });

  it("tells that it is looked for, and where that failed", async () => {
    const { reply, store, settle } = await setUpSlow();
    answerAll(store, 5);
    await settle();
    const opened = store.openNext();
    expect(store.getState().isLooking).toBe(true);
    reply(UNREACHABLE);
    await opened;

    expect(store.getState()).toMatchObject({ isLooking: false, queue: "failed", atEnd: false });
  });

  it("leads past articles that the server still gives, as it refused answers to them", async () => {
    const given = [B, C, A];
    const refuses = [201, 301];
    const { store, session, settle } = await setUp([given, given, given], { refuses });
    answerAll(store, 1);
    await store.openNext();
    answerAll(store, 1);
    await settle();

    await store.openNext();

    expect(store.getState().atEnd).toBe(false);
    expect(articleOf(session())?.id).toBe(1);
  });

  it("stays at the end while there is nothing new, whoever looked", async () => {
    const { store, cut, mend, settle } = await setUp([[B], [B], [B], [], [], []]);
    cut();
    answerAll(store, 1);
    await store.openNext();
    const seen: boolean[] = [];
    store.subscribe(() => seen.push(store.getState().atEnd));

    mend();
    await settle();
    await store.refresh();
    await store.openNext();
    await store.load();

    expect(new Set(seen)).toEqual(new Set([true]));
  });

  it("leads on from the end when something new has come", async () => {
    const { store, session, settle } = await setUp([[B], [], [], [C]]);
    answerAll(store, 1);
    await settle();
    await store.openNext();

    await store.load();

    expect(store.getState().atEnd).toBe(false);
    expect(articleOf(session())?.id).toBe(3);
  });

  it("leaves nothing behind that listens to the outbox", async () => {
    const { store, outbox } = await setUp([[A]]);
    const stop = vi.fn();
    const subscribe = vi.spyOn(outbox, "subscribe").mockReturnValue(stop);
    store.leave();
    expect(subscribe).not.toHaveBeenCalled();

    await store.load();
    expect(subscribe).toHaveBeenCalledOnce();
    store.leave();

    expect(stop).toHaveBeenCalledOnce();
  });
});

/** A store whose second request for the queue ends when, and as, it is told. */
async function setUpSlow() {
  let reply: (with_: Article[] | typeof UNREACHABLE) => void = () => undefined;
  const slow = new Promise<Article[]>((resolve, reject) => {
    reply = (given) => (Array.isArray(given) ? resolve(given) : reject(given));
  });
  return {
    ...(await setUp([[A], slow])),
    reply: (given: Parameters<typeof reply>[0]) => reply(given),
  };
}
