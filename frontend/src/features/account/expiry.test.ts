import { describe, expect, it } from "vitest";
import { expiresAt, isDayToCome } from "./expiry";

const NOW = new Date(2026, 4, 4, 12);

describe("A token", () => {
  it.each([
    ["month", new Date(2026, 5, 3, 12)],
    ["quarter", new Date(2026, 7, 2, 12)],
    ["year", new Date(2027, 4, 4, 12)],
  ] as const)("lasts a %s", (expiry, end) => {
    expect(expiresAt(expiry, "", NOW)).toBe(end.toISOString());
  });

  it("lasts for ever, or as long as a day here", () => {
    expect(expiresAt("never", "", NOW)).toBeNull();
    expect(expiresAt("day", "2026-05-09", NOW)).toBe(
      new Date(2026, 4, 9, 23, 59, 59).toISOString(),
    );
  });

  it("ends with a day that is not over", () => {
    expect(isDayToCome("2026-05-04", NOW)).toBe(true);
    expect(isDayToCome("2026-05-03", NOW)).toBe(false);
    expect(isDayToCome("", NOW)).toBe(false);
  });
});
