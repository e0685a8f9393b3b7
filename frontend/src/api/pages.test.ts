import { describe, expect, it } from "vitest";
import { allOf, nextCursor } from "./pages";

describe("A list in pages", () => {
  it("goes on with the cursor of the next page", () => {
    const next = "http://news.example/api/v1/projects/?cursor=cD01MA%3D%3D&page_size=50";

    expect(nextCursor({ next })).toBe("cD01MA==");
  });

  it("ends where there is no next page", () => {
    expect(nextCursor({ next: null })).toBeUndefined();
  });

  it("joins what was read so far", () => {
    const pages = [
      { next: "…", results: [1, 2] },
      { next: null, results: [3] },
    ];

    expect(allOf(pages)).toEqual([1, 2, 3]);
  });
});
