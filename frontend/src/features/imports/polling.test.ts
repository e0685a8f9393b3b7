import { describe, expect, it } from "vitest";
import type { ArticleImport } from "@/api/types";
import { isLive } from "./polling";

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
  it("goes on while it waits or runs, and then no more", () => {
    expect(isLive(importIn("waiting"))).toBe(true);
    expect(isLive(importIn("running"))).toBe(true);
    for (const state of ["done", "canceled", "failed"] as const) {
      expect(isLive(importIn(state))).toBe(false);
    }
  });
});
