import { describe, expect, it } from "vitest";
import { dayNumber } from "@/parts/charts/days";
import { paceOf, paceText } from "./pace";
import { makeFigures } from "./testing";

const TODAY = "2026-05-06T12:00:00Z";
const FIRST = dayNumber("2026-05-03");
const NEWEST = dayNumber("2026-05-06");
const FORECAST = makeFigures().forecast;

/** Points as days since the day before the first answers. */
const since = (points: readonly { day: number; total: number }[]) =>
  points.map(({ day, total }) => [day - FIRST, Math.round(total)]);

describe("The line of answers", () => {
  it("begins at 0 and rises by each day's answers", () => {
    const { saved } = paceOf(makeFigures(), TODAY);

    expect(since(saved)).toEqual([
      [0, 0],
      [1, 20],
      [2, 30],
      [3, 60],
    ]);
  });

  it("is level over days without answers, and up to when it was counted", () => {
    const days = makeFigures().days.filter(({ day }) => day !== "2026-05-05");

    const { saved } = paceOf(makeFigures({ days }), "2026-05-09T00:00:01Z");

    expect(since(saved)).toEqual([
      [0, 0],
      [1, 20],
      [2, 20],
      [3, 50],
      [6, 50],
    ]);
  });

  it("ends with the last answers where only part of them count", () => {
    const { saved, last } = paceOf(makeFigures({ forecast: null }), "2026-05-09T00:00:01Z");

    expect(since(saved).at(-1)).toEqual([3, 60]);
    expect(last - FIRST).toBe(3);
  });

  it("is nothing without answers", () => {
    expect(paceOf(makeFigures({ days: [], forecast: null }), TODAY)).toMatchObject({
      saved: [],
      range: [],
      expected: null,
    });
  });
});

describe("The forecast", () => {
  it("goes on to where all answers are there, between the earliest and the latest end", () => {
    const { expected, range, last } = paceOf(makeFigures(), TODAY);

    expect(since(expected ? [expected] : [])).toEqual([[5, 90]]);
    expect(since(range)).toEqual([
      [3, 60],
      [4, 90],
      [9, 90],
    ]);
    expect(last - FIRST).toBe(9);
  });

  it("is open where nobody can say what is the latest", () => {
    const forecast = FORECAST && { ...FORECAST, latest_on: null };

    const { range, last } = paceOf(makeFigures({ forecast }), TODAY);

    expect(since(range)).toEqual([
      [3, 60],
      [4, 90],
      [last - FIRST, 90],
      [last - FIRST, 60],
    ]);
  });

  it("is cut off where it would press what is known into a corner", () => {
    const far = { expected_on: "2030-01-01", earliest_on: "2029-01-01", latest_on: "2031-01-01" };
    const forecast = FORECAST && { ...FORECAST, ...far };

    const { expected, range, last } = paceOf(makeFigures({ forecast }), TODAY);

    expect(last - NEWEST).toBe(60);
    expect(expected?.day).toBe(last);
    expect(expected?.total).toBeGreaterThan(60);
    expect(expected?.total).toBeLessThan(65);
    expect(range.every(({ day }) => day <= last)).toBe(true);
  });
});

describe("The sentence about the pace", () => {
  it("says when all will be done, and between what", () => {
    expect(paceText(makeFigures())).toBe(
      "60 of 90 answers saved on 3 days. At 20 answers a day done about May 8, 2026 (between May 7, 2026 and May 12, 2026).",
    );
  });

  it.each([
    [{ answers: 90 }, /Every answer that is needed is there\.$/],
    [{ forecast: null }, /so no end can be forecast\.$/],
    [
      { forecast: FORECAST && { ...FORECAST, expected_on: null, earliest_on: null } },
      /30 answers to go\. At the present pace no end can be forecast\.$/,
    ],
    [
      { forecast: FORECAST && { ...FORECAST, per_day: 4.26, latest_on: null } },
      /At 4\.3 answers a day done about May 8, 2026 \(not before May 7, 2026\)\.$/,
    ],
    [
      { forecast: FORECAST && { ...FORECAST, earliest_on: null, latest_on: null } },
      /done about May 8, 2026\.$/,
    ],
  ])("says otherwise with %j", (changes, said) => {
    expect(paceText(makeFigures(changes))).toMatch(said);
  });
});
