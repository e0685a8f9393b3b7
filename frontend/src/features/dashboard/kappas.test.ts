import { describe, expect, it } from "vitest";
import { coefficientText, intervalText, landisKoch, separation } from "./kappas";
import { INTERVAL } from "./testing";

const within = (low: number | null, high: number | null) => ({
  interval: { ...INTERVAL, low, high },
});

describe("The band of a kappa", () => {
  it.each([
    [0.95, 0.02, "almost_perfect"],
    [0.775, 0.143, "moderate"],
    [0.775, 0.05, "substantial"],
    [0.5, null, "moderate"],
    [0.1, 0.2, "poor"],
    [-0.3, 0.01, "poor"],
  ])("of %f with a standard error of %s is %s at least", (kappa, se, band) => {
    expect(landisKoch(kappa, se)).toBe(band);
  });
});

describe("A change", () => {
  it.each<[[number | null, number | null], [number | null, number | null], string | null]>([
    [[0.5, 0.6], [0.61, 0.7], "higher"],
    [[0.5, 0.6], [0.3, 0.49], "lower"],
    [[0.5, 0.6], [0.59, 0.8], null],
    // Where they touch they have a value in common.
    [[0.5, 0.6], [0.6, 0.8], null],
    [[null, null], [0.6, 0.8], null],
    [[0.5, 0.6], [0.8, null], null],
  ])("from %j to %j is %s", (before, after, change) => {
    expect(separation(within(...before), within(...after))).toBe(change);
  });

  it("is not seen where a figure has no interval at all", () => {
    expect(separation({ interval: null }, within(0.6, 0.8))).toBeNull();
  });
});

describe("A coefficient in writing", () => {
  it("has no zero before the point, and a real minus", () => {
    expect([0.7149, 1, -0.05].map(coefficientText)).toEqual([".71", "1.00", "−.05"]);
  });

  it("is followed by its interval, if it has one", () => {
    expect(intervalText(within(0.41, 0.59))).toBe(", 95% interval .41 to .59");
    expect(intervalText(within(0.41, null))).toBe("");
  });
});
