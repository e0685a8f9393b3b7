import { describe, expect, it } from "vitest";
import {
  type Action,
  claimOf,
  countGained,
  countOpen,
  draftOf,
  EMPTY,
  nextOpenArticle,
  type Session,
  update,
} from "./session";
import { makeArticle, named } from "./testing";

/** Apply actions one second apart, and give the session with every save asked for. */
function play(actions: Action[], from: Session = EMPTY) {
  let session = from;
  let now = 0;
  const saves = [];
  for (const action of actions) {
    const next = update(session, action, now);
    session = next.session;
    saves.push(...next.saves);
    now += 1_000;
  }
  return { session, saves };
}

const arrive = (...articles: ReturnType<typeof makeArticle>[]): Action => ({
  type: "articles",
  articles,
  unsent: [],
});
const source = (key: string): Action => ({ type: "source", key });
const sure = (value: number): Action => ({ type: "confidence", value });
const answer = (key: string, value: number): Action[] => [source(key), sure(value)];

const A = makeArticle({ id: 1, claims: 3 });
const B = makeArticle({ id: 2, claims: 2 });

describe("A session", () => {
  it("begins at the first open claim", () => {
    const begun = makeArticle({ id: 1, claims: 3, answered: { 0: named(2) } });
    const { session } = play([arrive(begun)]);

    expect(claimOf(session)?.number).toBe(2);
    expect(session.step).toBe("source");
  });

  it("opens the first article that has something open", () => {
    const done = makeArticle({ id: 1, claims: 1, answered: { 0: named(2) } });
    const { session } = play([arrive(done, B)]);

    expect(session.at).toBe(1);
  });

  it("asks for the source type, then the confidence, then saves and moves on", () => {
    const { session, saves } = play([arrive(A), source("named"), sure(3)]);

    expect(saves).toEqual([
      {
        claim: 101,
        quote: "Claim 1 of article 1.",
        answer: { ...named(3), seconds: 2 },
      },
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

    const finished = play(answer("named", 2), session);
    expect(finished.session.step).toBe("finished");
  });

  it("ignores answers once finished, until a claim is chosen", () => {
    const one = makeArticle({ id: 1, claims: 1 });
    const { session } = play([arrive(one), ...answer("named", 3)]);

    expect(play([...answer("named", 1), { type: "skip" }], session).saves).toEqual([]);
    const again = play([{ type: "go", to: 0 }, ...answer("anonymous", 1)], session);
    expect(again.saves[0]?.answer).toMatchObject({ source_type: "anonymous", confidence: 1 });
    expect(again.session.step).toBe("finished");
  });

  it("skips without a source type or a confidence", () => {
    const { session, saves } = play([arrive(A), source("named"), { type: "skip" }]);

    expect(saves[0]?.answer).toMatchObject({ source_type: null, confidence: null, skipped: true });
    expect(claimOf(session)?.number).toBe(2);
  });

  it("moves freely and stays within the article", () => {
    const { session } = play([arrive(A), { type: "step", by: -1 }]);
    expect(claimOf(session)?.number).toBe(1);

    const end = play(
      [
        { type: "go", to: 2 },
        { type: "step", by: 1 },
      ],
      session,
    );
    expect(claimOf(end.session)?.number).toBe(3);
  });

  it("measures each claim from when it came up", () => {
    const { saves } = play([
      arrive(A),
      ...answer("named", 3),
      { type: "back" },
      { type: "back" },
      ...answer("named", 3),
    ]);

    expect(saves.map((save) => save.answer?.seconds)).toEqual([2, 4]);
  });
});

describe("Undo", () => {
  it("takes back a choice that is not saved yet", () => {
    const { session, saves } = play([arrive(A), source("named"), { type: "undo" }]);

    expect(session).toMatchObject({ step: "source", choice: null });
    expect(saves).toEqual([]);
  });

  it("withdraws a first answer and goes back to its claim", () => {
    const { session, saves } = play([arrive(A), ...answer("named", 3), { type: "undo" }]);

    expect(saves.at(-1)).toMatchObject({ claim: 101, answer: null });
    expect(claimOf(session)?.number).toBe(1);
    expect(session.answers.has(101)).toBe(false);
  });

  it("restores the answer that was there before", () => {
    const begun = makeArticle({ id: 1, claims: 2, answered: { 0: named(2) } });
    const { saves } = play([
      arrive(begun),
      { type: "go", to: 0 },
      ...answer("anonymous", 1),
      { type: "undo" },
    ]);

    expect(saves.at(-1)).toMatchObject({ claim: 101, answer: named(2) });
  });

  it("goes back step by step, into an earlier article too, and then stops", () => {
    const one = makeArticle({ id: 1, claims: 1 });
    const { session } = play([
      arrive(one, B),
      ...answer("named", 3),
      { type: "open", article: 1 },
      ...answer("named", 3),
      { type: "undo" },
      { type: "undo" },
    ]);

    expect(session.at).toBe(0);
    expect(session.answers.size).toBe(0);
    expect(play([{ type: "undo" }], session).saves).toEqual([]);
  });

  it("leaves what an earlier visit answered alone", () => {
    const begun = makeArticle({ id: 1, claims: 2, answered: { 0: named(2) } });

    expect(play([arrive(begun), { type: "undo" }]).saves).toEqual([]);
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
    const { session, saves } = play([
      arrive(A),
      ...answer("named", 3),
      { type: "go", to: 0 },
      { type: "flag" },
    ]);

    expect(saves.at(-1)).toMatchObject({
      claim: 101,
      answer: { confidence: 3, flags: ["flagged"] },
    });
    expect(claimOf(session)?.number).toBe(1);
  });

  it("can be taken off again", () => {
    const { session } = play([arrive(A), { type: "flag" }, { type: "flag" }]);

    const claim = claimOf(session);
    expect(claim && draftOf(session, claim).flags).toEqual([]);
  });
});

describe("The queue", () => {
  it("adds articles once and keeps the answers given here", () => {
    const { session } = play([arrive(A), ...answer("named", 3), arrive(A, B)]);

    expect(session.articles.map((article) => article.id)).toEqual([1, 2]);
    expect(session.answers.has(101)).toBe(true);
    expect(session.at).toBe(0);
  });

  it("knows what an earlier screen has not sent yet", () => {
    const unsent = [{ claim: 101, answer: named(1), quote: "" }];
    const { session } = play([{ type: "articles", articles: [A], unsent }]);

    expect(claimOf(session)?.number).toBe(2);
    expect(countGained(session)).toBe(1);
  });

  it("finds the next article with an open claim, round the end", () => {
    const { session } = play([arrive(A, B), { type: "open", article: 1 }]);
    expect(nextOpenArticle(session)).toBe(0);

    const alone = play([arrive(A)]);
    expect(nextOpenArticle(alone.session)).toBeNull();
  });

  it("counts what is open and what was gained", () => {
    const begun = makeArticle({ id: 1, claims: 3, answered: { 0: named(2) } });
    const { session } = play([arrive(begun), ...answer("named", 3)]);

    expect(countOpen(session, begun)).toBe(1);
    expect(countGained(session)).toBe(1);
  });
});
