import { describe, expect, it } from "vitest";
import { isLive } from "./queries";
import { makeTraining } from "./testing";
import { verdictOf } from "./verdict";

describe("A difference", () => {
  it("is one only if its interval leaves zero out", () => {
    expect(verdictOf({ value: 0.07, low: 0.03, high: 0.11 })).toBe("better");
    expect(verdictOf({ value: -0.07, low: -0.11, high: -0.03 })).toBe("worse");
    expect(verdictOf({ value: 0.02, low: -0.01, high: 0.05 })).toBe("same");
    expect(verdictOf({ value: 0.02, low: 0, high: 0.04 })).toBe("same");
    expect(verdictOf({ value: 0, low: 0, high: 0 })).toBe("equal");
  });
});

describe("A training", () => {
  it("goes on while it waits or trains, and then no more", () => {
    for (const state of ["waiting", "training"] as const) {
      expect(isLive(makeTraining({ state }))).toBe(true);
    }
    expect(isLive(makeTraining({ state: "failed" }))).toBe(false);
    expect(isLive(null)).toBe(false);
  });
});
