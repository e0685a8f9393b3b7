import { describe, expect, it, vi } from "vitest";
import { ApiError } from "@/api/client";
import type { Action } from "./session";
import type { PastEvent } from "./stacks";
import { claimOf } from "./state";
import { answerAll, setUp, UNREACHABLE } from "./storeTesting";
import { makeArticle, makeSave, named } from "./testing";

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

  it("gives each answer under the guidelines that were shown by then", async () => {
    const { store, sent, settle, cut, mend } = await setUp([[A]]);
    cut();

    answerAll(store, 1);
    store.noteShown(2);
    answerAll(store, 1);
    store.dispatch({ type: "undo" });
    store.dispatch({ type: "undo" });
    store.dispatch({ type: "redo" });
    mend();
    await settle();

    const given = sent.map(({ claim, answer, revision }) => [claim, answer !== null, revision]);
    expect(given).toEqual([
      [101, true, 1],
      [102, true, 2],
      [102, false, 2],
      [101, false, 2],
      [101, true, 2],
    ]);
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

  it("shows what the server has in place of an answer that was refused", async () => {
    const { store, sent, settle } = await setUp([[A]]);
    answerAll(store, 1);

    store.take(101, named(2), "theirs");
    store.dispatch({ type: "go", to: 0 });
    answerAll(store, 1);
    await settle();

    expect(sent.at(-1)).toMatchObject({ claim: 101, replaces: "theirs" });
  });

  it("goes back to an article that is done", async () => {
    const { store, session } = await setUp([[makeArticle({ id: 9, claims: 1 }), A]]);
    answerAll(store, 1);
    await store.openNext();

    store.openBeside(-1);

    expect(session()).toMatchObject({ at: 0, step: "finished" });
  });

  it("measures the time of attention, from the last answer to the next", async () => {
    const { store, sent, settle, wait, attention } = await setUp([[A]]);
    wait(4);
    answerAll(store, 1);
    wait(600);
    attention.input();
    wait(5);
    answerAll(store, 1);
    await settle();

    expect(sent.map((save) => save.answer?.seconds)).toEqual([4, 61]);
  });

  it("undoes what an earlier page did, in an article that must be fetched first", async () => {
    const { store, session, sent, serve, settle } = await setUp([[A]], { history: [past(901, 9)] });
    serve(makeArticle({ id: 9, claims: 2, answered: { 0: named(2) } }));

    store.revert("undo");
    await vi.waitFor(() => expect(session().outcome?.kind).toBe("undone"));
    await settle();

    expect(claimOf(session())?.id).toBe(901);
    expect(sent).toMatchObject([{ claim: 901, answer: null, reverts: "past-901" }]);
    store.revert("redo");
    expect(session().answers.get(901)).toEqual(named(2));
  });

  it("loses no press while something is fetched", async () => {
    const history = [past(901, 9), past(902, 9)];
    const { store, session, serve } = await setUp([[A]], { history });
    serve(makeArticle({ id: 9, claims: 2, answered: { 0: named(2), 1: named(2) } }));

    for (const direction of ["undo", "undo", "undo", "redo"] as const) store.revert(direction);

    await vi.waitFor(() => expect(session().outcome?.kind).toBe("redone"));
    expect([...session().answers.keys()]).toEqual([901]);
  });

  it("says so where that article cannot be fetched, and keeps it to be undone", async () => {
    const { store, session, sent } = await setUp([[A]], { history: [past(901, 9)] });

    store.revert("undo");
    await vi.waitFor(() => expect(session().outcome?.kind).toBe("out_of_reach"));

    expect(sent).toEqual([]);
    expect(session().stacks.undo).toHaveLength(1);
  });

  it("goes on where the person left, though the queue begins with other articles", async () => {
    const { session } = await setUp([[A, B]], { place: { article: 2, claim: 201 } });

    expect(claimOf(session())?.id).toBe(201);
  });

  it("follows what is put into the outbox elsewhere, and forgets what is refused", async () => {
    const { store, outbox, session } = await setUp([[A]]);
    const other = outbox.add(makeSave({ claim: 102, answer: named(1) }));
    expect(session().answers.get(102)).toEqual(named(1));
    store.revert("undo");
    expect(session().answers.has(102)).toBe(false);

    store.takeOver({ id: other.id, payload: makeSave({ claim: 102, answer: named(1) }) });
    expect(session().answers.has(102)).toBe(false);
    store.takeOver({ id: "new", payload: makeSave({ claim: 103, answer: named(1) }) });
    expect(session().answers.get(103)).toEqual(named(1));
  });

  it("leaves an article that was given to somebody else, and keeps what was answered", async () => {
    const { store, session, sent, settle } = await setUp([[A, B]]);
    answerAll(store, 1);
    store.hear({
      guideline_revision: 1,
      project_state: "open",
      answered_today: 1,
      assignments: [{ article: 1, state: "withdrawn", lease_until: "" }],
    });
    await store.openNext();
    await settle();

    expect(sent).toHaveLength(1);
    expect(session().articles[session().at]?.id).toBe(2);
    const back: Action = { type: "open", article: 0 };
    store.dispatch(back);
    expect(session().lost.get(1)).toBe("withdrawn");
  });
});

function past(claim: number, article: number): PastEvent {
  const change = { kind: "answer", before: null, after: named(2) } as const;
  return { ...change, id: `past-${claim}`, claim, article, group: null, reverts: null };
}
