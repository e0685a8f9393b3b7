import { describe, expect, it } from "vitest";
import { byReliance, monthNumber, overallShare, shareScale } from "./shares";
import { makeOutlet } from "./testing";

describe("Outlets", () => {
  it("are ordered by reliance, those without a name and all others last", () => {
    const given = [
      makeOutlet(null, 900, 0.9),
      makeOutlet("", 10, 0.8),
      makeOutlet("Gazette", 20, 0.2),
      makeOutlet("Wire", 8, 0.5),
      makeOutlet("Ledger", 9, 0.5),
    ];

    expect(byReliance(given).map(({ outlet }) => outlet)).toEqual([
      "Ledger",
      "Wire",
      "Gazette",
      "",
      null,
    ]);
  });

  it("have a share over all that weighs each by its claims", () => {
    expect(overallShare([makeOutlet("a", 30, 0.1), makeOutlet("b", 10, 0.5)])).toBeCloseTo(0.2);
    expect(overallShare([])).toBeNull();
  });
});

describe("The scale of shares", () => {
  it.each([
    [[{ share: 0.2, low: 0.1, high: 0.31 }], 0.4],
    [[{ share: 0.9, low: null, high: null }], 1],
    [[{ share: 0, low: 0, high: 0 }], 0.05],
    [[], 0.05],
  ])("of %j ends at %f", (shares, end) => {
    const { domain, marks } = shareScale(shares);

    expect(domain).toEqual([0, expect.closeTo(end)]);
    expect(marks.length).toBeGreaterThan(1);
  });
});

describe("Months", () => {
  it("are counted over the turn of a year", () => {
    expect(monthNumber("2026-01") - monthNumber("2025-12")).toBe(1);
  });
});
