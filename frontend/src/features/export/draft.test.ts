import { describe, expect, it } from "vitest";
import { NO_FILTERS } from "./choice";
import { type Draft, FIRST, optionsOf, problemsOf } from "./draft";
import { FILTERED } from "./testing";

const type = (changes: Partial<Draft>): Draft => ({ ...FIRST, ...changes });

describe("What a snapshot is asked for", () => {
  it("is split by articles unless something else is wanted", () => {
    expect(optionsOf(FIRST, NO_FILTERS)).toEqual({
      filters: {},
      formats: ["parquet"],
      text: false,
      splits: {
        by: "article",
        seed: 0,
        similarity: 0.5,
        shares: { train: 0.8, validation: 0.1, test: 0.1 },
      },
    });
  });

  it("has the filters of the page, as the server names them", () => {
    expect(optionsOf(type({ isSplit: false, csv: true, text: true }), FILTERED)).toEqual({
      filters: {
        since: "2026-05-01",
        until: "2026-05-09",
        revisions: [1, 2],
        annotators: ["k7m2qp", "x3d9rt"],
        outlets: ["", "Harbor’s & ‘Post'"],
        decided: true,
        min_votes: 2,
      },
      formats: ["parquet", "csv"],
      text: true,
      splits: null,
    });
  });

  it.each([
    [{ shares: { train: "80", validation: "10", test: "5" } }, { shares: /not 95 %/ }],
    [{ shares: { train: "0", validation: "50", test: "50" } }, { shares: /train on/ }],
    [{ shares: { train: "80", validation: "10", test: "ten" } }, { shares: /whole number/ }],
    [{ seed: "-1" }, { seed: /whole number/ }],
    [{ similarity: "5" }, { similarity: /30 to 100/ }],
  ])("is not sent with mistakes: %j", (changes, problems) => {
    const found = problemsOf(type(changes));

    expect(Object.keys(found)).toEqual(Object.keys(problems));
    for (const [name, text] of Object.entries(problems)) {
      expect(found[name as keyof typeof found]).toMatch(text);
    }
    expect(optionsOf(type(changes), NO_FILTERS)).toBeNull();
  });

  it("has no mistakes in splits that are not wanted", () => {
    expect(problemsOf(type({ isSplit: false, seed: "x" }))).toEqual({});
  });
});
