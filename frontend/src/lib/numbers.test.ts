import { describe, expect, it } from "vitest";
import { count, decimals } from "./numbers";

describe("Numbers in writing", () => {
  it.each([
    [0.7151, 2, "0.72"],
    [1, 2, "1.00"],
    [-0.3, 2, "\u22120.30"],
    [-0.0001, 2, "0.00"],
    [0.7964, 3, "0.796"],
  ])("write %f with %i places as %s", (value, places, text) => {
    expect(decimals(value, places)).toBe(text);
  });

  it("separate thousands", () => {
    expect(count(1144)).toBe("1,144");
  });
});
