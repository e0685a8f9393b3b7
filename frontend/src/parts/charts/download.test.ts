import { describe, expect, it } from "vitest";
import { fileName } from "./download";

describe("A file's name", () => {
  it("has the project, the panel and the day", () => {
    const now = new Date(2026, 4, 4, 23, 59);

    expect(fileName("ferries", "pairs", "svg", now)).toBe("ferries-pairs-2026-05-04.svg");
  });
});
