import { describe, expect, it } from "vitest";
import { A, answer, arrive, B, play, SECONDS, skip, source, sure } from "./playing";
import type { Action } from "./session";
import { claimOf, countGained, countOpen, draftOf, nextOpenArticle } from "./state";
import { makeArticle, makeSave, named } from "./testing";

const hand: Action = { type: "advances", isOn: false };

describe("A session", () => {
  it("begins at the first open claim", () => {
    const begun = makeArticle({ id: 1, claims: 3, answered: { 0: named(2) } });
    const { session } = play([arrive(begun)]);

    expect(claimOf(session)?.number).toBe(2);
    expect(session.step).toBe("source");
  });

  it("opens the first article that has something open", () => {
    const done = makeArticle({ id: 1, claims: 1, answered: { 0: named(2) } });

    expect(play([arrive(done, B)]).session.at).toBe(1);
  });

  it("resumes where the person was, if there is still something to do", () => {
    const place = { article: 2, claim: 202 };
    const left: Action = { type: "articles", articles: [A, B], unsent: [], place };
    expect(claimOf(play([left]).session)?.id).toBe(202);

    const gone: Action = { ...left, place: { article: 9, claim: 901 } };
    expect(claimOf(play([gone]).session)?.id).toBe(101);
  });

  it("asks for the source type, then the confidence, then saves and moves on", () => {
    const { session, saves } = play([arrive(A), source("named"), sure(3)]);

    expect(saves).toEqual([
      makeSave({
        claim: 101,
        quote: "Claim 1 of article 1.",
        answer: { ...named(3), seconds: SECONDS },
      }),
    ]);
    expect(claimOf(session)?.number).toBe(2);
    expect(session).toMatchObject({ step: "source", choice: null });
    expect(session.outcome).toMatchObject({ kind: "answered", claim: { number: 1 } });
  });

  it("takes no confidence before a source type", () => {
    const { session, saves } = play([arrive(A), sure(3)]);

    expect(saves).toEqual([]);
    expect(session.step).toBe("source");
  });

  it("lets the source type be changed, and goes back on request", () => {
    const changed = play([arrive(A), source("named"), source("anonymous"), sure(1)]);
    expect(changed.saves[0]?.answer?.source_type).toBe("anonymous");

    const back = play([arrive(A), source("named"), { type: "back" }]);
    expect(back.session).toMatchObject({ step: "source", choice: null });
  });

  it("goes round to what was left open, then is finished", () => {
    const { session } = play([
      arrive(A),
      { type: "go", to: 1 },
      ...answer("named", 3),
      ...answer("named", 3),
    ]);
    expect(claimOf(session)?.number).toBe(1);

    expect(play(answer("named", 2), session).session.step).toBe("finished");
  });

  it("ignores answers once finished, until a claim is chosen", () => {
    const one = makeArticle({ id: 1, claims: 1 });
    const { session } = play([arrive(one), ...answer("named", 3)]);

    expect(play([...answer("named", 1), ...skip()], session).saves).toEqual([]);
    const again = play([{ type: "go", to: 0 }, ...answer("anonymous", 1)], session);
    expect(again.saves[0]?.answer).toMatchObject({ source_type: "anonymous", confidence: 1 });
    expect(again.session.step).toBe("finished");
  });

  it("moves freely and stays within the article", () => {
    const { session } = play([arrive(A), { type: "step", by: -1 }]);
    expect(claimOf(session)?.number).toBe(1);

    const steps: Action[] = [
      { type: "go", to: 2 },
      { type: "step", by: 1 },
    ];
    expect(claimOf(play(steps, session).session)?.number).toBe(3);
  });

  it("stays at an answered claim until it is told to go on, where somebody wants that", () => {
    const { session } = play([arrive(A), hand, { type: "advance" }, ...answer("named", 3)]);
    expect(claimOf(session)?.number).toBe(1);
    expect(session.step).toBe("source");

    expect(claimOf(play([{ type: "advance" }], session).session)?.number).toBe(2);
  });
});

describe("Going on from an answered claim", () => {
  it("leads to the next open one, and to the end where there is none", () => {
    const one = play([arrive(A), ...answer("named", 3), { type: "go", to: 0 }]).session;
    expect(claimOf(play([{ type: "advance" }], one).session)?.number).toBe(2);

    const all = [...answer("named", 3), ...answer("named", 3), ...answer("named", 3)];
    const redone = play([arrive(A), ...all, { type: "undo" }, { type: "redo" }]).session;
    expect(redone.step).toBe("source");
    expect(play([{ type: "advance" }], redone).session.step).toBe("finished");
  });
});

describe("A skip", () => {
  it("has neither source type nor confidence, and maybe a reason", () => {
    const { session, saves } = play([
      arrive(A),
      source("named"),
      ...skip("cannot_tell"),
      ...skip(),
    ]);

    expect(saves[0]?.answer).toMatchObject({
      source_type: null,
      confidence: null,
      skipped: true,
      skip_reason: "cannot_tell",
    });
    expect(saves[1]?.answer).toMatchObject({ skipped: true, skip_reason: "" });
    expect(claimOf(session)?.number).toBe(3);
  });

  it("can be thought better of", () => {
    const { session, saves } = play([arrive(A), { type: "open_skip" }, { type: "back" }]);

    expect(session.step).toBe("source");
    expect(saves).toEqual([]);
    expect(play([{ type: "skip", reason: "" }], session).saves).toEqual([]);
  });
});

describe("Flags and notes", () => {
  it("wait for the answer where there is none yet", () => {
    const { session, saves } = play([
      arrive(A),
      { type: "flag" },
      { type: "note", draft: { flags: ["flagged", "second_hand"], note: "who?" } },
      ...answer("named", 1),
    ]);

    expect(saves).toHaveLength(1);
    expect(saves[0]?.answer).toMatchObject({ flags: ["flagged", "second_hand"], note: "who?" });
    expect(claimOf(session)?.number).toBe(2);
  });

  it("are saved at once with an answer that is there", () => {
    const { session, saves, entries } = play([
      arrive(A),
      ...answer("named", 3),
      { type: "go", to: 0 },
      { type: "flag" },
    ]);

    expect(saves.at(-1)).toMatchObject({
      claim: 101,
      answer: { confidence: 3, flags: ["flagged"] },
      replaces: entries[0]?.id,
    });
    expect(claimOf(session)?.number).toBe(1);
  });

  it("can be taken off again", () => {
    const { session } = play([arrive(A), { type: "flag" }, { type: "flag" }]);

    const claim = claimOf(session);
    expect(claim && draftOf(session, claim).flags).toEqual([]);
  });
});

describe("A save", () => {
  it("replaces the last one of its claim that is known, or nothing", () => {
    const begun = makeArticle({ id: 1, claims: 2, answered: { 0: named(2) } });
    const { saves, entries } = play([
      arrive(begun),
      ...answer("named", 1),
      { type: "go", to: 0 },
      ...answer("named", 3),
      { type: "go", to: 0 },
      ...answer("anonymous", 3),
    ]);

    expect(saves.map(({ replaces }) => replaces)).toEqual([null, "server-101", entries[1]?.id]);
  });

  it("replaces nothing after the answer was taken back", () => {
    const { saves } = play([
      arrive(A),
      ...answer("named", 1),
      { type: "undo" },
      ...answer("named", 2),
    ]);

    expect(saves.at(-1)).toMatchObject({ claim: 101, replaces: null });
  });
});

describe("The queue", () => {
  it("adds articles once and keeps the answers given here", () => {
    const { session } = play([arrive(A), ...answer("named", 3), arrive(A, B)]);

    expect(session.articles.map((article) => article.id)).toEqual([1, 2]);
    expect(session.answers.has(101)).toBe(true);
    expect(session.at).toBe(0);
  });

  it("tells the language that a lead has said since, and moves nobody", () => {
    const { session } = play([
      arrive(A, B),
      { type: "go", to: 2 },
      { type: "source", key: "named" },
    ]);

    const { session: next } = play([arrive({ ...A, language: "de" }, B)], session);

    expect(next.articles.map(({ language }) => language)).toEqual(["de", ""]);
    expect(next.articles[1]).toBe(B);
    expect({ ...next, articles: session.articles }).toEqual(session);
  });

  it("knows what an earlier screen has not sent yet", () => {
    const unsent = [{ id: "x", payload: makeSave({ claim: 101, answer: named(1) }) }];
    const { session } = play([{ type: "articles", articles: [A], unsent }]);

    expect(claimOf(session)?.number).toBe(2);
    expect(countGained(session)).toBe(1);
    expect(play([{ type: "go", to: 0 }, ...answer("named", 2)], session).saves[0]?.replaces).toBe(
      "x",
    );
  });

  it("finds the next article with an open claim, round the end", () => {
    const { session } = play([arrive(A, B), { type: "open", article: 1 }]);
    expect(nextOpenArticle(session)).toBe(0);

    expect(nextOpenArticle(play([arrive(A)]).session)).toBeNull();
  });

  it("leaves out an article that is no longer one's own, until it is again", () => {
    const held = (state: string): Action => ({ type: "held", held: [{ article: 2, state }] });
    const { session } = play([arrive(A, B), held("withdrawn")]);
    expect(nextOpenArticle(session)).toBeNull();
    expect(session.lost.get(2)).toBe("withdrawn");

    expect(nextOpenArticle(play([held("open")], session).session)).toBe(1);
    expect(nextOpenArticle(play([arrive(B)], session).session)).toBe(1);
  });

  it("counts what is open and what was gained", () => {
    const begun = makeArticle({ id: 1, claims: 3, answered: { 0: named(2) } });
    const { session } = play([arrive(begun), ...answer("named", 3)]);

    expect(countOpen(session, begun)).toBe(1);
    expect(countGained(session)).toBe(1);
  });
});
