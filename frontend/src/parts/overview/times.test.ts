import { describe, expect, it } from "vitest";
import { csvOf } from "@/parts/charts/table";
import { type Times, timeTable, timeText } from "./times";

const TIMES: Times = {
  n: 8,
  median: 3.25,
  bins: [
    { from: 0, to: 2, claims: 2 },
    { from: 2, to: 4, claims: 5 },
    { from: 30, to: null, claims: 1 },
  ],
};

describe("Times", () => {
  it("are said by their median and where most of them lie", () => {
    expect(timeText(TIMES)).toBe("Median 3.3\u00a0s of 8 answers. Most take 2–4\u00a0s.");
  });

  it("are said not to be there", () => {
    expect(timeText({ n: 0, median: null, bins: [] })).toBe("No answer has its time yet.");
  });

  it("are a table whose shares add up", () => {
    const { rows } = timeTable(TIMES);

    expect(rows.map(([bin]) => bin)).toEqual(["0–2", "2–4", "30+"]);
    expect(rows.reduce((sum, row) => sum + Number(row[2]), 0)).toBeCloseTo(1);
    expect(csvOf(timeTable(TIMES))).toContain("2–4,5,0.625");
  });
});
