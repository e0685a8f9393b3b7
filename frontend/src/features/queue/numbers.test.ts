import { describe, expect, it } from "vitest";
import { fromPercent, toPercent, wholeNumber } from "./numbers";

describe("Numbers that a lead types", () => {
  it.each([
    ["7", 7],
    [" 0 ", 0],
    ["100", 100],
  ])("are taken as they are: %j", (typed, value) => {
    expect(wholeNumber(typed, 0, 100)).toBe(value);
  });

  it.each(["", "-1", "101", "1.5", "1e2", "many", "0x10", "١"])("are refused: %j", (typed) => {
    expect(wholeNumber(typed, 0, 100)).toBeUndefined();
  });

  it("go to percent and back unharmed", () => {
    for (let percent = 0; percent <= 100; percent++) {
      expect(toPercent(fromPercent(percent))).toBe(String(percent));
    }
    expect(fromPercent(29)).toBe(0.29);
  });
});
