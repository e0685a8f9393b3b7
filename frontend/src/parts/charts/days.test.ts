import { describe, expect, it } from "vitest";
import { dayNumber, dayOf, dayTicks, monthName, shortDay } from "./days";

describe("Days", () => {
  it("are counted, and are the same day again", () => {
    expect(dayNumber("2026-03-01") - dayNumber("2026-02-28")).toBe(1);
    expect(dayOf(dayNumber("2026-02-28T23:59:59Z") + 1)).toBe("2026-03-01");
  });

  it.each([
    [0, 0, 6, [0]],
    [0, 4, 6, [0, 1, 2, 3, 4]],
    [0, 13, 6, [0, 7]],
    [10, 38, 6, [10, 17, 24, 31, 38]],
    [0, 199, 5, [0, 56, 112, 168]],
  ])("from %i to %i are at most %i below a chart", (first, last, most, ticks) => {
    expect(dayTicks(first, last, most)).toEqual(ticks);
  });

  it("are still few where decades are shown", () => {
    expect(dayTicks(0, 20_000, 5).length).toBeLessThanOrEqual(5);
  });

  it("and months are written without what is known", () => {
    expect(shortDay("2026-05-04", "en")).toBe("May 4");
    expect(shortDay("2026-05-04", "de")).toBe("4. Mai");
    expect(monthName("2026-05", "en")).toBe("May 2026");
  });
});
