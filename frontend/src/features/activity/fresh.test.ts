import { describe, expect, it } from "vitest";
import { freshIn, isGap, withNewest } from "./fresh";

const page = (ids: string, next: string | null = null) => ({
  next,
  results: ids.split("").map((id) => ({ id })),
});
const idsOf = (results: readonly { id: string }[]) => results.map(({ id }) => id).join("");
const logOf = (...pages: ReturnType<typeof page>[]) => ({
  pages,
  pageParams: pages.map((_, at) => (at === 0 ? undefined : `c${at}`)),
});

describe("What is new in the log", () => {
  it("is what stands before the first that is shown", () => {
    expect(idsOf(freshIn(page("edcb"), { id: "c" }))).toBe("ed");
    expect(freshIn(page("cb"), { id: "c" })).toEqual([]);
    expect(freshIn(undefined, { id: "c" })).toEqual([]);
  });

  it("is everything where nothing was there", () => {
    expect(idsOf(freshIn(page("ba"), undefined))).toBe("ba");
  });

  it("is put before it, and what was loaded stays", () => {
    const log = withNewest(logOf(page("cb", "next"), page("a")), page("edc", "next"));

    expect(log.pages.map(({ results }) => idsOf(results))).toEqual(["edcb", "a"]);
    expect(log.pageParams).toEqual([undefined, "c1"]);
  });

  it("begins the log anew where something may lie between", () => {
    const newest = page("zyx", "next");

    expect(isGap(newest, freshIn(newest, { id: "c" }))).toBe(true);
    const log = withNewest(logOf(page("cb", "next"), page("a")), newest);
    expect(log.pages).toEqual([newest]);
    expect(log.pageParams).toEqual([undefined]);
  });
});
