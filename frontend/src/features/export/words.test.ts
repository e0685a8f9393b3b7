import { describe, expect, it } from "vitest";
import { differenceText, intervalWords } from "./alphas";
import { DEFAULT } from "./choice";
import { fetchingOf, filePath, loadingOf } from "./loading";
import { ALPHA, FILTERED, makeSnapshot, makeUnfinished } from "./testing";
import { filtersIn, filtersText, reachedText, sizeText, stepText } from "./words";

describe("In words,", () => {
  it.each([
    [900, "900 bytes"],
    [1500, "1.5 kB"],
    [51_200, "51 kB"],
    [2_100_000, "2.1 MB"],
    [3e9, "3 GB"],
  ])("%i bytes are %s", (bytes, text) => {
    expect(sizeText(bytes)).toBe(text);
  });

  it("filters say which answers count", () => {
    expect(filtersText(DEFAULT)).toBe("All answers");
    expect(filtersText(FILTERED)).toBe(
      "Answers: May 1, 2026 – May 9, 2026 · guidelines 1, 2 · by k7m2qp, x3d9rt · " +
        "from (none given), Harbor’s & ‘Post' · decided claims · 2 or more votes",
    );
    expect(filtersText(filtersIn({ annotators: ["a", "b", "c", "d", "e"] }))).toBe(
      "Answers: by a, b, c and 2 more",
    );
  });

  it("splits are as they came out, and before that as they are asked for", () => {
    expect(reachedText(makeSnapshot())).toBe(
      "Split by article: train 80%, validation 10%, test 10%",
    );
    expect(reachedText(makeUnfinished())).toBe("Split by article: 80% / 10% / 10%");
    const { options } = makeSnapshot();
    expect(reachedText(makeSnapshot({ options: { ...options, splits: null } }))).toBe("Not split");
  });

  it("a step says how far it is, also one that this version does not know", () => {
    const step = (changes: object) => stepText(makeUnfinished(changes));

    expect(step({ step: "claims", done: 400, total: 1144 })).toBe(
      "Reading the claims: 400 of 1,144",
    );
    expect(step({ step: "storing", total: null })).toBe("Storing the files");
    expect(step({ step: "polishing", total: 0 })).toBe("Working");
    expect(step({ state: "waiting" })).toBe("A worker will begin soon");
  });

  it("a coefficient has its interval, and a difference its sign", () => {
    expect(intervalWords(ALPHA)).toBe(".71, 95% interval .61 to .81");
    expect(intervalWords({ value: 0.5, interval: null })).toBe(".50, without an interval");
    expect(intervalWords(null)).toBe("undefined");
    expect([0.03, -0.12, 0.001].map(differenceText)).toEqual(["+.03", "−.12", "±.00"]);
  });
});

describe("A snapshot's files", () => {
  it("come from where the page comes from", () => {
    expect(filePath("http://inside:8000/api/v1/files/a.csv?x=1")).toBe("/api/v1/files/a.csv");
  });

  it("are fetched into one folder, from which they are loaded", () => {
    const command = fetchingOf("https://news.example", "ferries", makeSnapshot());

    expect(command).toContain('-o "ferries-3f9a0c1d2e4b/#1"');
    expect(command).toContain("snapshots/12/files/{data/claims/train.parquet,");
    expect(loadingOf("ferries", makeSnapshot())).toContain('load_dataset("ferries-3f9a0c1d2e4b")');
  });
});
