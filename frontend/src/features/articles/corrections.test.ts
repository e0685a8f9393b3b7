import { describe, expect, it } from "vitest";
import { type Action, correct, mergeable } from "./corrections";
import { type Corrections, isCorrected, selectedClaim } from "./cut";
import { shownClaims } from "./modes";
import { begun, CAPTAINS, FERRY, left, QUESTION, quotes, spanOf, TEXT, WAIT } from "./testing";

function correctAll(state: Corrections, ...actions: Action[]): Corrections {
  return actions.reduce(correct, state);
}

const select = (claim: number): Action => ({ type: "select", claim });
const word = (by: 1 | -1, edge: "start" | "end" = "end"): Action => ({
  type: "move",
  by,
  edge,
  unit: "word",
});
const keep: Action = { type: "keep" };

describe("Splitting a claim", () => {
  it("begins at the word nearest to where one pointed", () => {
    const state = correctAll(begun(), {
      type: "begin_split",
      near: spanOf("the harbor master").start + 2,
    });

    expect(state.mode).toEqual({ kind: "split", at: spanOf("the harbor master").start });
  });

  it("leaves the blank between the parts to neither", () => {
    const state = correctAll(
      begun(),
      { type: "begin_split", near: spanOf("the harbor").start },
      keep,
    );

    expect(quotes(state).slice(0, 2)).toEqual([
      "The ferry 🌧 stayed in port,",
      "the harbor master said.",
    ]);
    expect(selectedClaim(state)?.start).toBe(spanOf("The ferry").start);
  });

  it("moves by a word, and by a character", () => {
    const state = correctAll(begun(), { type: "begin_split", near: spanOf("in port").start });

    expect(correctAll(state, word(-1)).mode).toMatchObject({ at: spanOf("stayed").start });
    expect(correctAll(state, word(1)).mode).toMatchObject({ at: spanOf("port,").start });
    expect(correctAll(state, { type: "move", by: 1, edge: "end", unit: "character" }).mode).toEqual(
      {
        kind: "split",
        at: spanOf("in port").start + 1,
      },
    );
  });

  it("does not leave the claim, and nothing once canceled", () => {
    const state = correctAll(
      begun(),
      { type: "begin_split", near: 0 },
      word(-1),
      word(-1),
      word(-1),
    );

    expect(state.mode).toMatchObject({ at: spanOf("ferry").start });
    expect(isCorrected(correctAll(state, { type: "cancel" }))).toBe(false);
  });

  it("goes on both sides of marked words", () => {
    const state = correctAll(begun(), { type: "split_around", span: spanOf("🌧 stayed in") });

    expect(quotes(state).slice(0, 3)).toEqual([
      "The ferry",
      "🌧 stayed in",
      "port, the harbor master said.",
    ]);
  });

  it("does nothing where a part would have no word", () => {
    const state = begun();

    expect(correctAll(state, { type: "split_around", span: spanOf(FERRY) }).cut).toBe(state.cut);
  });
});

describe("Merging claims", () => {
  it("makes one of a claim and the next", () => {
    expect(quotes(correctAll(begun(), { type: "merge" }))[0]).toBe(`${FERRY} ${WAIT}`);
  });

  it("is not done over a line that is left out", () => {
    const state = correctAll(begun(), select(1));

    expect(mergeable(state)).toBeNull();
    expect(correctAll(state, { type: "merge" })).toBe(state);
  });

  it("gives a claim if one of the two was", () => {
    const state = correctAll(begun(), select(2), { type: "merge" });

    expect(quotes(state)[2]).toBe(`${CAPTAINS} ${QUESTION}`);
  });
});

describe("Excluding", () => {
  it("goes both ways and moves nothing", () => {
    const state = correctAll(begun(), select(1), { type: "toggle_excluded" });

    expect(quotes(state)[1]).toBe(`(${WAIT})`);
    expect(quotes(correctAll(state, { type: "toggle_excluded" }))).toEqual(quotes(begun()));
    expect(state.selected).toBe(1);
  });
});

describe("Adding a claim", () => {
  it("takes the marked words from the claims that held them", () => {
    const state = correctAll(begun(), { type: "add", span: spanOf("said. “We wait,”") });

    expect(quotes(state).slice(0, 3)).toEqual([
      "The ferry 🌧 stayed in port, the harbor master",
      "said. “We wait,”",
      "she added.",
    ]);
    expect(state.selected).toBe(1);
  });

  it("never reaches into a line that is left out", () => {
    const text = spanOf("“We wait,” she added.\r\nShare this\r\nTwo");

    expect(quotes(correctAll(begun(), { type: "add", span: text }))[1]).toBe(WAIT);
  });

  it("needs a letter or a digit", () => {
    const state = begun();

    expect(correctAll(state, { type: "add", span: spanOf("🌧 ") })).toBe(state);
  });
});

describe("Moving a claim's edges", () => {
  it("by words lets the neighbor give way, and shows it before it is kept", () => {
    const state = correctAll(begun(), { type: "begin_adjust" }, word(1), word(1));

    expect(shownClaims(state).claims[1]).toMatchObject(spanOf("she added."));
    expect(quotes(state)).toEqual(quotes(begun()));
    expect(quotes(correctAll(state, keep)).slice(0, 2)).toEqual([
      `${FERRY} “We wait,”`,
      "she added.",
    ]);
  });

  it("moves the start, too", () => {
    const state = correctAll(begun(), { type: "begin_adjust" }, word(1, "start"), keep);

    expect(quotes(state)[0]).toBe(FERRY.slice("The ".length));
  });

  it("stops at a line that is left out", () => {
    const state = correctAll(begun(), select(1), { type: "begin_adjust" }, word(1), keep);

    expect(isCorrected(state)).toBe(false);
  });

  it("never leaves a claim without words", () => {
    let state = correctAll(begun(), select(3), { type: "begin_adjust" });
    for (let press = 0; press < 9; press++) state = correct(state, word(-1));

    expect(quotes(correctAll(state, keep))[3]).toBe("(Who)");
  });
});

describe("Undo", () => {
  it("goes back to the very beginning, and forward again", () => {
    const done = correctAll(begun(), { type: "merge" }, select(1), { type: "toggle_excluded" });
    const start = correctAll(done, { type: "undo" }, { type: "undo" });

    expect(isCorrected(start)).toBe(false);
    expect(correctAll(start, { type: "undo" })).toBe(start);
    expect(correctAll(start, { type: "redo" }, { type: "redo" }).cut).toBe(done.cut);
  });

  it("forgets the way forward once something else is corrected", () => {
    const state = correctAll(
      begun(),
      { type: "merge" },
      { type: "undo" },
      { type: "toggle_excluded" },
    );

    expect(correctAll(state, { type: "redo" })).toBe(state);
  });
});

describe("Every correction", () => {
  it("keeps claims in order, apart, trimmed, inside the text and off the left-out lines", () => {
    const length = Array.from(TEXT).length;
    const random = makeRandom(7);
    const pick = (n: number) => Math.floor(random() * n);
    const actions: (() => Action)[] = [
      () => select(pick(5)),
      () => ({ type: "begin_split", near: pick(length) }),
      () => ({ type: "begin_adjust" }),
      () => ({
        type: "move",
        by: pick(2) ? 1 : -1,
        edge: pick(2) ? "start" : "end",
        unit: pick(2) ? "word" : "character",
      }),
      () => keep,
      () => ({ type: "merge" }),
      () => ({ type: "toggle_excluded" }),
      () => ({ type: "undo" }),
      () => ({ type: "redo" }),
      () => {
        const start = pick(length);
        return { type: "add", span: { start, end: Math.min(start + pick(40), length) } };
      },
      () => ({ type: "leave_out", lines: [spanOf("Share this"), spanOf(CAPTAINS)] }),
      () => ({ type: "restore", line: left("Share this", "share") }),
    ];
    let state = begun();
    for (let turn = 0; turn < 3000; turn++) {
      state = correct(state, (actions[pick(actions.length)] ?? (() => keep))());
      const taken = [...state.cut.claims, ...state.cut.dropped];
      const sorted = taken.toSorted((one, other) => one.start - other.start);
      for (const [at, span] of sorted.entries()) {
        const quote = state.points.slice(span);
        expect(quote.trim()).toBe(quote);
        expect(quote).toMatch(/[\p{L}\p{N}]/u);
        expect(span.end).toBeLessThanOrEqual(sorted[at + 1]?.start ?? length);
      }
      expect(state.selected).toBeLessThan(Math.max(1, state.cut.claims.length));
    }
  });
});

function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}
