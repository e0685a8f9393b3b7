import { describe, expect, it } from "vitest";
import { pauseAfter } from "./queries";
import { makeSuggestions, makeTraining } from "./testing";
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
  it("is looked at every second while it goes on, and then no more", () => {
    for (const state of ["waiting", "training"] as const) {
      const known = makeSuggestions({ training: makeTraining({ state }) });
      expect(pauseAfter(known, 0)).toBe(1000);
    }
    const failed = makeSuggestions({ training: makeTraining({ state: "failed" }) });
    expect(pauseAfter(failed, 0)).toBe(false);
    expect(pauseAfter(makeSuggestions(), 0)).toBe(false);
  });

  it("is looked at ever less often while nobody answers", () => {
    const known = makeSuggestions({ training: makeTraining() });

    expect([1, 2, 5, 20].map((failures) => pauseAfter(known, failures))).toEqual([
      2000, 4000, 30_000, 30_000,
    ]);
  });
});
