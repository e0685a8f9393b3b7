import { describe, expect, it } from "vitest";
import { nameProblem, overlapOf } from "./newProject";
import { LONGEST_WORD, wordProblems } from "./words";

describe("The words of a confidence scale", () => {
  it("may be any that differ", () => {
    expect(wordProblems(["Low", "Medium", "x".repeat(LONGEST_WORD)])).toEqual([]);
  });

  it("are wrong where they are none, too long or said before", () => {
    const problems = wordProblems(["Low", "  ", "x".repeat(LONGEST_WORD + 1), "low "]);
    expect(problems.map(({ at }) => at)).toEqual([1, 2, 3]);
    expect(problems.at(-1)?.text).toBe("Points 1 and 4 have the same word.");
  });
});

describe("A project", () => {
  it("has a name of at most 120 characters", () => {
    expect(nameProblem("x".repeat(120))).toBeNull();
    expect(nameProblem("x".repeat(121))).toMatch("120");
    expect(nameProblem("  ")).not.toBeNull();
  });

  it.each([
    ["1", 1],
    [" 20 ", 20],
    ["0", undefined],
    ["21", undefined],
    ["2.5", undefined],
    ["", undefined],
  ])("takes %j as answers a claim: %j", (typed, value) => {
    expect(overlapOf(typed)).toBe(value);
  });
});
