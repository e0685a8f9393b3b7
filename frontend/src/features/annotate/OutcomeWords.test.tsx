import { describe, expect, it } from "vitest";
import { OutcomeWords } from "./OutcomeWords";
import { A, answer, arrive, play } from "./playing";
import type { Action } from "./session";
import { makeProject } from "./testing";

const undo: Action = { type: "undo" };
const redo: Action = { type: "redo" };
const first: Action = { type: "go", to: 0 };
const note = (words: string, ...flags: ("several_sources" | "second_hand")[]): Action => ({
  type: "note",
  draft: { note: words, flags },
});
const mark: Action[] = [
  { type: "adjust", part: "cue" },
  { type: "span", span: { start: 1, end: 2 } },
  { type: "keep_spans" },
];

function wordsAfter(...actions: Action[]) {
  const { outcome } = play([arrive(A), ...actions]).session;
  return outcome && OutcomeWords({ outcome, project: makeProject(), isSaved: false });
}

describe("The words of what was done", () => {
  it("name what was ticked, and no note where there is none", () => {
    expect(wordsAfter(note("", "several_sources"))).toBe(
      "Claim 1: several sources, goes with your answer",
    );
    expect(wordsAfter(...answer("named", 3), first, note("who?", "second_hand"))).toBe(
      "Claim 1: second hand, note kept",
    );
    expect(wordsAfter(note("who?", "second_hand"), note("", "several_sources"))).toBe(
      "Claim 1: several sources, “second hand” taken off, note removed, goes with your answer",
    );
  });

  it("say so where nothing was changed", () => {
    expect(wordsAfter(note(""))).toBe("Claim 1: nothing changed");
  });

  it("name what was flagged and marked", () => {
    expect(wordsAfter({ type: "flag" })).toMatch(/^Claim 1: flagged for the lead, goes/);
    expect(wordsAfter({ type: "flag" }, { type: "flag" })).toMatch(/^Claim 1: flag taken off/);
    expect(wordsAfter(...mark)).toMatch(/^Claim 1: marked words kept/);
  });

  it("name what was undone and redone, where that was not the answer", () => {
    const ticked = note("who?", "several_sources");

    expect(wordsAfter(ticked, undo)).toBe(
      "Undone. Claim 1: “several sources” taken off, note removed",
    );
    expect(wordsAfter(ticked, undo, redo)).toBe("Redone. Claim 1: several sources, note kept");
    expect(wordsAfter(...answer("named", 3), first, ...mark, undo)).toBe(
      "Undone. Claim 1: marked words as they were",
    );
    expect(wordsAfter(note("one"), note("two"), undo)).toBe("Undone. Claim 1: note as it was");
  });

  it("say how the claim stands where the answer was undone", () => {
    expect(wordsAfter({ type: "flag" }, ...answer("named", 3), undo)).toBe(
      "Undone. Claim 1: not answered",
    );
    expect(wordsAfter(...answer("named", 3), first, ...answer("anonymous", 1), undo)).toBe(
      "Undone. Claim 1: Named source, confidence 3",
    );
  });
});
