import { describe, expect, it } from "vitest";
import { linear, nice, ticks } from "./scale";

describe("A linear scale", () => {
  it("maps a domain to a range, and goes on outside of it", () => {
    const x = linear([0, 10], [100, 200]);

    expect([0, 5, 10, 12].map(x)).toEqual([100, 150, 200, 220]);
  });

  it("goes down where the range does, as heights do", () => {
    expect(linear([0, 1], [200, 0])(0.25)).toBe(150);
  });

  it("puts everything at the start where the domain is a point", () => {
    expect([3, 4].map(linear([3, 3], [10, 20]))).toEqual([10, 10]);
  });
});

describe("Ticks", () => {
  it.each([
    [0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [0.2, 1, 4, [0.2, 0.4, 0.6, 0.8, 1]],
    [0, 1144, 4, [0, 200, 400, 600, 800, 1000]],
    [-0.3, 0.3, 5, [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]],
    [7, 7, 5, [7]],
  ])("from %f to %f, about %i of them, are round", (low, high, wanted, expected) => {
    expect(ticks(low, high, wanted)).toEqual(expected);
  });

  it("are about as many as wanted, whatever the span", () => {
    for (const high of [0.003, 0.07, 1, 9, 44, 130, 999, 123_456]) {
      const { length } = ticks(0, high, 5);
      expect(length).toBeGreaterThanOrEqual(3);
      expect(length).toBeLessThanOrEqual(8);
    }
  });
});

describe("A nice span", () => {
  it.each([
    [0, 1144, [0, 1200]],
    [0.13, 0.97, [0, 1]],
    [0, 0, [0, 1]],
  ])("holds what is from %f to %f", (low, high, expected) => {
    expect(nice(low, high)).toEqual(expected);
  });
});
