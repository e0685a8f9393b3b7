import { describe, expect, it } from "vitest";
import { wholePercent } from "./percent";

describe("The share that is done", () => {
  it.each([
    [0, 0, 0],
    [0, 50, 0],
    [1, 1000, 1],
    [25, 50, 50],
    [999, 1000, 99],
    [50, 50, 100],
    [60, 50, 100],
  ])("of %i of %i is %i %%", (part, whole, percent) => {
    expect(wholePercent(part, whole)).toBe(percent);
  });
});
