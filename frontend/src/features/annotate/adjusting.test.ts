import { describe, expect, it } from "vitest";
import { CodePoints } from "@/lib/offsets";
import { A, answer, arrive, play } from "./playing";
import type { Action } from "./session";
import { between, firstWords, moved, moveOf } from "./spanMoves";
import { claimOf, draftOf } from "./state";

const TEXT = "“It rained,” the mayor 🚢 said, and she’d know.";
const points = new CodePoints(TEXT);
const spanOf = (part: string) => {
  const start = points.toPoints(TEXT.indexOf(part));
  return { start, end: start + [...part].length };
};

describe("Moving a span", () => {
  const wordsAfter = (...moves: Parameters<typeof moved>[2][]) =>
    points.slice(moves.reduce((span, move) => moved(points, span, move), spanOf("the mayor")));

  it("grows and shrinks the end by a word", () => {
    expect(wordsAfter({ end: "end", by: 1 })).toBe("the mayor 🚢");
    expect(wordsAfter({ end: "end", by: 1 }, { end: "end", by: 1 })).toBe("the mayor 🚢 said,");
    expect(wordsAfter({ end: "end", by: -1 })).toBe("the");
  });

  it("grows and shrinks the start by a word", () => {
    expect(wordsAfter({ end: "start", by: -1 })).toBe("rained,” the mayor");
    expect(wordsAfter({ end: "start", by: 1 })).toBe("mayor");
  });

  it("goes by a character where that is asked for", () => {
    expect(wordsAfter({ end: "end", by: -1, unit: "character" })).toBe("the mayo");
    expect(wordsAfter({ end: "start", by: 1, unit: "character" })).toBe("he mayor");
  });

  it("moves as a whole", () => {
    expect(wordsAfter({ end: "whole", by: 1 })).toBe("mayor 🚢");
    expect(wordsAfter({ end: "whole", by: -1 })).toBe("rained,” the");
  });

  it("goes to the first word of another sentence, first of its own", () => {
    const text = "The fog 🚢 came. “Nobody saw it,” said Ida Moll.\n\n  An official agreed!";
    const many = new CodePoints(text);
    const start = many.toPoints(text.indexOf("said"));
    const found = (...by: (1 | -1)[]) =>
      many.slice(
        by.reduce((span, to) => moved(many, span, { end: "whole", by: to, unit: "sentence" }), {
          start,
          end: start + 4,
        }),
      );

    expect(found(1)).toBe("An");
    expect(found(1, 1)).toBe("An");
    expect(found(-1)).toBe("“Nobody");
    expect(found(-1, -1, -1)).toBe("The");
  });

  it("is never empty and never leaves the text", () => {
    expect(wordsAfter({ end: "end", by: -1 }, { end: "end", by: -1 })).toBe("the");
    const last = spanOf("know.");
    expect(moved(points, last, { end: "end", by: 1 })).toEqual(last);
    expect(moved(points, last, { end: "whole", by: 1 })).toEqual(last);
  });

  it("begins with the word beside the claim", () => {
    const paragraphs = [{ start: 0, end: TEXT.length }];

    const first = firstWords(points, spanOf("“It rained,”"), paragraphs);
    expect(first && points.slice(first)).toBe("the");
    const last = firstWords(points, spanOf("and she’d know."), paragraphs);
    expect(last && points.slice(last)).toBe("said,");
  });

  it("takes the words between two that are pressed, whichever is the first", () => {
    const found = between(points, spanOf("said"), spanOf("mayor"));

    expect(points.slice(found)).toBe("mayor 🚢 said,");
  });
});

describe("An arrow", () => {
  const press = (key: string, more = {}) => ({ key, shiftKey: false, altKey: false, ...more });

  it("moves the end, with Shift the start, with Alt by a character", () => {
    expect(moveOf(press("ArrowRight"), false)).toMatchObject({ end: "end", by: 1 });
    expect(moveOf(press("ArrowLeft", { shiftKey: true }), false)).toMatchObject({
      end: "start",
      by: -1,
    });
    expect(moveOf(press("ArrowLeft", { altKey: true }), false)).toMatchObject({
      unit: "character",
    });
  });

  it("goes where it points in text from right to left", () => {
    expect(moveOf(press("ArrowLeft"), true)).toMatchObject({ end: "end", by: 1 });
    expect(moveOf(press("ArrowRight"), true)).toMatchObject({ end: "end", by: -1 });
  });

  it("up or down moves the whole, by a sentence where it pages", () => {
    expect(moveOf(press("ArrowDown"), false)).toEqual({ end: "whole", by: 1 });
    expect(moveOf(press("PageUp"), false)).toEqual({ end: "whole", by: -1, unit: "sentence" });
    expect(moveOf(press("PageDown"), true)).toEqual({ end: "whole", by: 1, unit: "sentence" });
    expect(moveOf(press("Tab"), false)).toBeNull();
  });
});

describe("Adjusting the words of a claim", () => {
  const span = { start: 2, end: 9 };
  const adjust: Action = { type: "adjust", part: "source" };
  const set: Action = { type: "span", span };
  const keep: Action = { type: "keep_spans" };

  it("waits for the answer where there is none", () => {
    const { session, saves } = play([arrive(A), adjust, set, keep]);
    expect(saves).toEqual([]);
    expect(session).toMatchObject({ adjusting: null, outcome: { kind: "amended" } });

    const { saves: later } = play(answer("named", 3), session);
    expect(later[0]?.answer).toMatchObject({ source: span, cue: null });
  });

  it("is saved at once with an answer that is there, and taken off again", () => {
    const at: Action = { type: "go", to: 0 };
    const { session, saves } = play([arrive(A), ...answer("named", 3), at, adjust, set, keep]);
    expect(saves[1]?.answer).toMatchObject({ source: span, confidence: 3 });

    const cleared = play([adjust, { type: "span", span: null }, keep], session);
    expect(cleared.saves[0]?.answer).toMatchObject({ source: null, confidence: 3 });
  });

  it("keeps both spans while one goes from one to the other", () => {
    const cue: Action[] = [
      { type: "adjust_part", part: "cue" },
      { type: "span", span: { start: 10, end: 12 } },
    ];
    const { session } = play([arrive(A), adjust, set, ...cue, keep]);
    const claim = claimOf(session);

    expect(claim && draftOf(session, claim)).toMatchObject({
      source: span,
      cue: { start: 10, end: 12 },
    });
  });

  it("changes nothing when it is left, or when nothing was moved", () => {
    const left = play([arrive(A), ...answer("named", 3), { type: "go", to: 0 }, adjust, set]);
    expect(play([{ type: "back" }], left.session).session.adjusting).toBeNull();

    const unmoved = play([arrive(A), ...answer("named", 3), { type: "go", to: 0 }, adjust, keep]);
    expect(unmoved.saves).toHaveLength(1);
  });

  it("goes on in the middle of an answer", () => {
    const choose: Action = { type: "source", key: "named" };
    const { session } = play([arrive(A), choose, adjust, set, keep]);

    expect(session).toMatchObject({ step: "confidence", choice: "named" });
  });
});
