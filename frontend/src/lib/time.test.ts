import { describe, expect, it } from "vitest";
import { shortAgo, timeAgo } from "./time";

const NOW = Date.parse("2026-05-04T12:00:00Z");
const secondsAgo = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();

describe("A short relative time", () => {
  it.each([
    [0, "0s ago"],
    [4.6, "4s ago"],
    [9.9, "9s ago"],
    [10, "10s ago"],
    [38, "30s ago"],
    [59, "50s ago"],
    [60, "1m ago"],
    [60 * 59.9, "59m ago"],
    [3600 * 5, "5h ago"],
    [86_400 * 3, "3d ago"],
  ])("of %f seconds is %s", (seconds, said) => {
    expect(shortAgo(secondsAgo(seconds), NOW, "en")).toBe(said);
  });

  it("never lies in the future, whatever the clocks say", () => {
    expect(shortAgo(secondsAgo(-30), NOW, "en")).toBe("0s ago");
  });
});

describe("A relative time", () => {
  it.each([
    [20, "now"],
    [240, "4 minutes ago"],
    [86_400, "yesterday"],
  ])("of %f seconds is %s", (seconds, said) => {
    expect(timeAgo(secondsAgo(seconds), NOW, "en")).toBe(said);
  });
});
