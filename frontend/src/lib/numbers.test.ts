import { describe, expect, it } from "vitest";
import { bare, count, decimals, probability } from "./numbers";

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

  it.each([
    ["0.72", ".72"],
    ["\u22120.30", "\u2212.30"],
    ["0,72", "0,72"],
    ["1.00", "1.00"],
    ["10.50", "10.50"],
  ])("write %s without a zero before the point as %s", (text, written) => {
    expect(bare(text)).toBe(written);
  });

  it.each([
    [1, "100%"],
    [0.999, ">99%"],
    [0.994, "99%"],
    [0.006, "1%"],
    [0.001, "<1%"],
    [0, "0%"],
  ])("write a probability of %f as %s", (share, written) => {
    expect(probability(share)).toBe(written);
  });

  it("separate thousands", () => {
    expect(count(1144)).toBe("1,144");
  });
});
