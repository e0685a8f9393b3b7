import { describe, expect, it } from "vitest";
import type { Answer, Save } from "@/api/answers";
import type { Entry } from "@/lib/outbox";
import { A, answer, arrive, B, play, recall, skip, source, toggle } from "./playing";
import type { Action } from "./session";
import { type PastEvent, stacksOf } from "./stacks";
import { claimOf, draftOf, EMPTY, type Session } from "./state";
import { makeArticle, makeSave, named } from "./testing";
import { articlesNeeded } from "./undoing";

const undo: Action = { type: "undo" };
const redo: Action = { type: "redo" };

describe("Undo", () => {
  it("takes back a choice that is not saved yet", () => {
    const { session, saves } = play([arrive(A), source("named"), undo]);

    expect(session).toMatchObject({ step: "source", choice: null });
    expect(saves).toEqual([]);
  });

  it("withdraws a first answer, says what it takes back, and goes to its claim", () => {
    const { session, saves, entries } = play([arrive(A), ...answer("named", 3), undo]);

    expect(saves.at(-1)).toMatchObject({
      claim: 101,
      answer: null,
      reverts: entries[0]?.id,
      replaces: entries[0]?.id,
    });
    expect(claimOf(session)?.number).toBe(1);
    expect(session.answers.has(101)).toBe(false);
    expect(session.outcome).toMatchObject({ kind: "undone" });
  });

  it("restores the answer that was there before", () => {
    const begun = makeArticle({ id: 1, claims: 2, answered: { 0: named(2) } });
    const { saves } = play([arrive(begun), { type: "go", to: 0 }, ...answer("anonymous", 1), undo]);

    expect(saves.at(-1)).toMatchObject({ claim: 101, answer: named(2) });
  });

  it("goes back step by step, into an earlier article too, and then says that it is at its end", () => {
    const one = makeArticle({ id: 1, claims: 1 });
    const open: Action = { type: "open", article: 1 };
    const done = [...answer("named", 3), open, ...answer("named", 3)];
    const { session } = play([arrive(one, B), ...done, undo, undo]);

    expect(session.at).toBe(0);
    expect(session.answers.size).toBe(0);
    const more = play([undo], session);
    expect(more.saves).toEqual([]);
    expect(more.session.outcome?.kind).toBe("nothing_to_undo");
  });

  it("takes back skips, flags, notes and words", () => {
    const at: Action = { type: "go", to: 0 };
    const steps: Action[][] = [
      skip("no_claim"),
      [at, { type: "flag" }],
      [at, { type: "note", draft: { flags: [], note: "who?" } }],
      [
        at,
        { type: "adjust", part: "cue" },
        { type: "span", span: { start: 1, end: 2 } },
        { type: "keep_spans" },
      ],
    ];
    let { session } = play([arrive(A)]);
    const before: (Answer | undefined)[] = [];
    for (const step of steps) {
      before.push(session.answers.get(101));
      session = play(step, session).session;
    }
    for (const answered of before.reverse()) {
      session = play([undo], session).session;
      expect(session.answers.get(101)).toEqual(answered);
    }
  });

  it("takes back what waits for an answer, without a save", () => {
    const { session, saves } = play([arrive(A), { type: "flag" }, { type: "step", by: 1 }, undo]);
    const claim = claimOf(session);

    expect(saves).toEqual([]);
    expect(claim?.number).toBe(1);
    expect(claim && draftOf(session, claim).flags).toEqual([]);
    const again = play([redo], session).session;
    expect(claim && draftOf(again, claim).flags).toEqual(["flagged"]);
  });

  it("keeps what was noted with an answer for the next one", () => {
    const { session } = play([arrive(A), { type: "flag" }, ...answer("named", 3), undo]);
    const claim = claimOf(session);

    expect(claim && draftOf(session, claim).flags).toEqual(["flagged"]);
  });

  it("asks for the article that it needs", () => {
    const event = { kind: "answer", id: "x", claim: 901, article: 9, group: null } as const;
    const events = [{ ...event, reverts: null, before: null, after: named(1) }];
    const session = recall(play([arrive(A)]).session, events);

    expect(articlesNeeded(session, "undo")).toEqual([9]);
    expect(articlesNeeded(session, "redo")).toEqual([]);
    expect(articlesNeeded(play([source("named")], session).session, "undo")).toEqual([]);
  });

  it("ends as a conflict where the claim was changed elsewhere since", () => {
    const { session, entries } = play([arrive(A), ...answer("named", 3)]);
    const changed: Action = { type: "reset", claim: 101, answer: named(1), head: "elsewhere" };

    expect(play([changed, undo], session).saves[0]?.replaces).toBe(entries[0]?.id);
  });
});

describe("Redo", () => {
  it("brings back what was undone, until something else is done", () => {
    const { session, saves, entries } = play([arrive(A), ...answer("named", 3), undo, redo]);
    expect(saves.at(-1)).toMatchObject({
      claim: 101,
      answer: { confidence: 3 },
      reverts: entries[1]?.id,
      replaces: null,
    });

    const other = play([undo, ...answer("anonymous", 1), redo], session);
    expect(other.session.outcome?.kind).toBe("nothing_to_redo");
  });
});

describe("History", () => {
  it("lets an earlier visit be undone, then what is unsent, then what was done here", () => {
    const begun = makeArticle({ id: 1, claims: 3, answered: { 0: named(2) } });
    const event = { kind: "answer", claim: 101, article: 1, group: null, reverts: null } as const;
    const events = [{ ...event, id: "server-101", before: null, after: named(2) }];
    const unsent = [{ id: "w", payload: makeSave({ claim: 102, answer: named(1) }) }];
    const arrived: Action = { type: "articles", articles: [begun], unsent };
    const session = recall(play([arrived, ...answer("named", 3)]).session, events, unsent);
    const ids = session.stacks.undo.map(([first]) => first?.claim);

    expect(ids).toEqual([101, 102, 103]);
    const { saves } = play([undo, undo, undo], session);
    expect(saves.map(({ claim, reverts }) => [claim, reverts])).toMatchObject([
      [103, expect.any(String)],
      [102, "w"],
      [101, "server-101"],
    ]);
  });

  it("forgets what the server refused", () => {
    const { session, entries } = play([arrive(A), ...answer("named", 3)]);
    const ids = new Set([entries[0]?.id ?? ""]);

    expect(play([{ type: "refused", ids }], session).session.stacks.undo).toEqual([]);
  });

  it("does not bring back an answer that was refused", () => {
    const refusedOne = play([arrive(A), ...answer("named", 3)]);
    const ids = new Set(refusedOne.entries.map(({ id }) => id));
    const refused: Action = { type: "refused", ids };
    const again: Action[] = [{ type: "go", to: 0 }, ...answer("anonymous", 1)];

    for (const order of [
      [refused, ...again],
      [...again, refused],
    ]) {
      expect(play([...order, undo], refusedOne.session).saves.at(-1)?.answer).toBeNull();
    }
  });

  it("takes over what another page did", () => {
    const payload = makeSave({ claim: 101, answer: named(1) });
    const { session } = play([
      arrive(A),
      { type: "elsewhere", made: [{ entry: { id: "o", payload }, before: undefined }] },
    ]);

    expect(session.answers.get(101)).toEqual(named(1));
    expect(play([undo], session).saves[0]).toMatchObject({ reverts: "o", replaces: "o" });
  });
});

describe("Whatever is done", () => {
  it.each([...Array(40).keys()])("can all be undone and redone, run %i", (seed) => {
    const random = randomFrom(seed);
    const server = new Server();
    let { session } = play([arrive(A, B)]);
    for (let step = 0; step < 60; step++) {
      const played = play(pick(random, session), session);
      session = played.session;
      server.take(played.entries);
      expect(namesOf(session.stacks)).toEqual(namesOf(stacksOf(session.past)));
    }
    const end = session.answers;
    session = play([{ type: "back" }, { type: "back" }], session).session;

    const depth = session.stacks.undo.length;
    const undone = play(Array<Action>(depth + session.stacks.redo.length).fill(undo), session);
    server.take(undone.entries);
    expect(undone.session.answers.size).toBe(0);
    expect(undone.session.stacks.undo).toEqual([]);
    expect(server.refused).toBe(0);

    const redone = play(Array<Action>(depth).fill(redo), undone.session);
    server.take(redone.entries);
    expect(Object.fromEntries(redone.session.answers)).toEqual(Object.fromEntries(end));
    expect(server.refused).toBe(0);

    const events = server.events;
    const after = recall(play([arrive(A, B)]).session, events);
    const saved = redone.session.past.filter(({ kind }) => kind === "answer");
    expect(namesOf(after.stacks)).toEqual(namesOf(stacksOf(saved)));
  });
});

function namesOf({ undo, redo }: Session["stacks"]) {
  return [undo, redo].map((acts) => acts.map((act) => act.map(({ id }) => id)));
}

/** Takes a save only if it replaces what there is, as the real one does. */
class Server {
  readonly events: PastEvent[] = [];
  refused = 0;
  readonly #now = new Map<number, { id: string; answer: Answer }>();

  take(entries: readonly Entry<Save>[]): void {
    for (const { id, payload } of entries) {
      const { claim, answer, replaces, ...rest } = payload;
      const now = this.#now.get(claim) ?? null;
      if (replaces !== (now?.id ?? null)) this.refused += 1;
      const before = now?.answer ?? null;
      this.events.push({ kind: "answer", id, claim, ...rest, before, after: answer });
      if (answer) this.#now.set(claim, { id, answer });
      else this.#now.delete(claim);
    }
  }
}

function pick(random: () => number, session: Session): Action[] {
  const to = Math.floor(random() * 3);
  const claim = claimOf(session)?.id ?? EMPTY.current;
  const choices: Action[][] = [
    answer(random() < 0.5 ? "named" : "anonymous", 1 + to),
    skip(random() < 0.5 ? "" : "no_claim"),
    [undo],
    [undo, undo],
    [redo],
    [{ type: "go", to }],
    [toggle(claim)],
    [{ type: "extend", by: 1 }],
    [{ type: "flag" }],
    [{ type: "note", draft: { flags: [], note: `note ${random()}` } }],
    [
      { type: "adjust", part: "source" },
      { type: "span", span: { start: to, end: 9 } },
    ],
    [{ type: "keep_spans" }],
    [{ type: "open", article: to % 2 }],
    [source("named")],
  ];
  return choices[Math.floor(random() * choices.length)] ?? [];
}

function randomFrom(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
