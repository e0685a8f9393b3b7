import { describe, expect, it } from "vitest";
import { inOrder, periodText } from "./PeriodFilter";

describe("A period", () => {
  it.each([
    [null, null, "any time"],
    ["2026-05-04", null, "from May 4, 2026"],
    [null, "2026-05-04", "up to May 4, 2026"],
    ["2026-05-04", "2026-05-09", "May 4, 2026 – May 9, 2026"],
  ])("from %s up to %s is said", (since, until, text) => {
    expect(periodText({ since, until })).toBe(text);
  });

  it("is the time between two days, whichever was given first", () => {
    expect(inOrder({ since: "2026-05-09", until: "2026-05-04" })).toEqual({
      since: "2026-05-04",
      until: "2026-05-09",
    });
  });
});
