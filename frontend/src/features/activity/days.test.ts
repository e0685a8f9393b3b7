import { describe, expect, it } from "vitest";
import { byDay } from "./days";

const at = (year: number, month: number, day: number, hour: number) =>
  new Date(year, month - 1, day, hour).toISOString();

describe("The days of the log", () => {
  it("are the reader's, in the order of the entries, the last two by their names", () => {
    const entries = [
      { at: at(2026, 5, 4, 9) },
      { at: at(2026, 5, 4, 0) },
      { at: at(2026, 5, 3, 23) },
      { at: at(2026, 4, 30, 12) },
    ];

    const days = byDay(entries, Date.parse(at(2026, 5, 4, 10)), "en-US");

    expect(days.map(({ name, entries }) => [name, entries.length])).toEqual([
      ["Today, Monday, May 4, 2026", 2],
      ["Yesterday, Sunday, May 3, 2026", 1],
      ["Thursday, April 30, 2026", 1],
    ]);
  });
});
