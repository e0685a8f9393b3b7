import { describe, expect, it } from "vitest";
import type { Article } from "@/api/types";
import { A, answer, arrive, play, toggle } from "./playing";
import { claimOf } from "./state";
import { answerAll, setUp } from "./storeTesting";
import { makeArticle, named } from "./testing";

/** The article A after a lead has split its second claim; what was said of the first is kept. */
const SPLIT: Article = (() => {
  const { claims, ...article } = makeArticle({ id: 1, claims: 3, answered: { 0: named(2) } });
  const [first, second, third] = claims;
  if (!first || !second || !third) throw new Error("There are three claims.");
  const middle = (second.start + second.end) / 2;
  return {
    ...article,
    claims: [
      first,
      { ...second, id: 104, end: middle },
      { ...second, id: 105, number: 3, start: middle },
      { ...third, number: 4 },
    ],
  };
})();
const undo = { type: "undo" } as const;

describe("An article whose claims were replaced meanwhile", () => {
  it("keeps the claim in view and what was said here", () => {
    const { session } = play([arrive(A), ...answer("named", 3), { type: "go", to: 2 }]);

    const after = play([{ type: "source", key: "named" }, arrive(SPLIT)], session).session;

    expect(claimOf(after)).toMatchObject({ id: 103, number: 4 });
    expect(after).toMatchObject({ step: "confidence", choice: "named" });
    expect(after.answers.get(101)).toMatchObject({ confidence: 3 });
  });

  it("asks about the first part of a claim that is gone", () => {
    const { session } = play([arrive(A), { type: "go", to: 1 }, toggle(102), toggle(103)]);

    const after = play([{ type: "source", key: "named" }, arrive(SPLIT)], session).session;

    expect(claimOf(after)?.id).toBe(104);
    expect(after.step).toBe("source");
    expect([...after.selection]).toEqual([103]);
  });

  it("is not finished any more, nor is the queue at its end", async () => {
    const { store, session, settle } = await setUp([[A], [], [], [SPLIT]]);
    answerAll(store, 3);
    await settle();
    await store.openNext();
    expect(store.getState().atEnd).toBe(true);

    await store.openNext();

    expect(store.getState().atEnd).toBe(false);
    expect(claimOf(session())?.id).toBe(104);
  });

  it("is still finished where a lead has but said its language, and the queue at its end", async () => {
    const { store, session, settle } = await setUp([[A], [], [], [{ ...A, language: "de" }]]);
    answerAll(store, 3);
    await settle();
    await store.openNext();
    const { current } = session();

    await store.openNext();

    expect(session().articles[0]?.language).toBe("de");
    expect(session()).toMatchObject({ step: "finished", current });
    expect(store.getState().atEnd).toBe(true);
  });

  it("does not let undo get stuck at an answer to what is gone", () => {
    const { session } = play([arrive(A), ...answer("named", 3), ...answer("named", 1)]);

    const { session: after, saves } = play([arrive(SPLIT), undo, undo], session);

    expect(saves).toMatchObject([{ claim: 101, answer: null }]);
    expect(after.stacks.undo).toEqual([]);
  });

  it("stays as it is where nothing was replaced", () => {
    const { session } = play([arrive(A), ...answer("named", 3)]);

    expect(play([arrive(A)], session).session.articles[0]).toBe(session.articles[0]);
  });
});
