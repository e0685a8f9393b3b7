import { describe, expect, it } from "vitest";
import { type Choice, choiceOf, DEFAULT, FORMATS, searchOf } from "./choice";
import { FILTERED } from "./testing";

const ALL: Choice = {
  ...FILTERED,
  rows: "annotations",
  format: "csv",
  names: true,
  compress: "zstd",
};

describe("What is downloaded", () => {
  it.each([
    ["all of it", ALL],
    ["nothing but what is there by default", DEFAULT],
    ["the text of claims", { ...DEFAULT, text: true, format: "parquet" } as Choice],
  ])("is read from an address as it was written: %s", (_what, choice) => {
    expect(choiceOf(searchOf(choice), true)).toEqual(choice);
  });

  it("leaves an address alone where all is as it is by default", () => {
    expect(searchOf(DEFAULT)).toBe("");
    expect(choiceOf("", true)).toEqual(DEFAULT);
  });

  it.each([
    "?rows=people",
    "?format=pdf",
    "?rows=claims&format=",
    "?compress=rar",
    "?since=2026-02-30&until=tomorrow",
    "?revisions=0&revisions=x&annotators=Ana%20B.&min_votes=-1",
    "?decided=maybe&text=1&names=yes",
  ])("is what it is by default where an address makes no sense: %s", (search) => {
    expect(choiceOf(search, true)).toEqual(DEFAULT);
  });

  it("has no format that rows of answers do not come in", () => {
    expect(choiceOf("?rows=annotations&format=conll", true).format).toBe("jsonl");
    expect(FORMATS.annotations).not.toContain("jsonld");
  });

  it("names nobody to those who do not lead", () => {
    expect(choiceOf("?rows=annotations&names=true", false).names).toBe(false);
  });

  it("keeps the first of two days in the wrong order", () => {
    const { since, until } = choiceOf("?since=2026-05-09&until=2026-05-01", true);

    expect([since, until]).toEqual(["2026-05-09", null]);
  });
});
