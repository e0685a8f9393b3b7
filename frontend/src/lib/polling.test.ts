import { describe, expect, it } from "vitest";
import { pauseAfter } from "./polling";

describe("What is looked at again and again", () => {
  it("is asked for every second while it goes on, and then no more", () => {
    expect(pauseAfter(true, 0)).toBe(1000);
    expect(pauseAfter(false, 0)).toBe(false);
  });

  it("is asked for ever less often while nobody answers", () => {
    const pauses = [1, 2, 3, 4, 5, 6, 20].map((failures) => pauseAfter(true, failures));

    expect(pauses).toEqual([2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    expect(pauseAfter(false, 1)).toBe(2000);
  });
});
