import { describe, expect, it } from "vitest";
import type { ArticleImport } from "@/api/types";
import { isLive, pauseAfter } from "./polling";

function importIn(state: ArticleImport["state"]): ArticleImport {
  return {
    id: 1,
    name: "articles.csv",
    state,
    total: 10,
    done: 4,
    stored: 3,
    duplicates: 1,
    failed: 0,
    error: "",
    created_at: "2026-01-05T10:00:00Z",
    ended_at: null,
  };
}

describe("An import", () => {
  it("is looked at every second while it waits or runs, and then no more", () => {
    expect(pauseAfter(importIn("waiting"), 0)).toBe(1000);
    expect(pauseAfter(importIn("running"), 0)).toBe(1000);
    for (const state of ["done", "canceled", "failed"] as const) {
      expect(isLive(importIn(state))).toBe(false);
      expect(pauseAfter(importIn(state), 0)).toBe(false);
    }
  });

  it("is looked at ever less often while nobody answers", () => {
    const pauses = [1, 2, 3, 4, 5, 6, 20].map((failures) =>
      pauseAfter(importIn("running"), failures),
    );

    expect(pauses).toEqual([2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    expect(pauseAfter(undefined, 1)).toBe(2000);
  });
});
