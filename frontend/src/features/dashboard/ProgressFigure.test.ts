import { describe, expect, it } from "vitest";
import { wholePercent } from "./ProgressFigure";

describe("A percentage of progress", () => {
  it.each([
    [0, 0, 0],
    [0, 10, 0],
    [1, 1000, 1],
    [2, 3, 67],
    [999, 1000, 99],
    [10, 10, 100],
    [11, 10, 100],
  ])("of %i in %i is %i", (part, whole, shown) => {
    expect(wholePercent(part, whole)).toBe(shown);
  });
});
