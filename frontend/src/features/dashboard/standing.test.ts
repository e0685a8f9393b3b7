import { describe, expect, it } from "vitest";
import { alphaText, bandOf, isWorkerMissing, read } from "./standing";
import { makeAgreement, makeFigure, makeUndefined, RECOMPUTATION } from "./testing";

describe("The band of an alpha", () => {
  it.each([
    [1, "reliable"],
    [0.8, "reliable"],
    [0.79999, "tentative"],
    [0.667, "tentative"],
    [0.6669, "too_low"],
    [0, "too_low"],
    [-0.001, "below_chance"],
  ])("of %f is %s", (alpha, band) => {
    expect(bandOf(alpha)).toBe(band);
  });
});

describe("An alpha in writing", () => {
  it.each([
    [0.7134, "0.71"],
    [1, "1.00"],
    [-0.124, "\u22120.12"],
  ])("shows %f as %s", (alpha, text) => {
    expect(alphaText(alpha)).toBe(text);
  });

  it("takes a third place rather than seem to reach the next band", () => {
    expect(alphaText(0.7964)).toBe("0.796");
    expect(alphaText(0.79996)).toBe("0.799");
    expect(alphaText(0.6669)).toBe("0.666");
    expect(alphaText(0.6672)).toBe("0.67");
  });
});

describe("Reading a figure", () => {
  it("gives the value with its band", () => {
    expect(read(makeFigure({ value: 0.7 }), false)).toMatchObject({
      kind: "tentative",
      value: 0.7,
    });
  });

  it("gives the reason where there is no value", () => {
    const none = makeUndefined("no_variation");

    expect(read(none, false)).toMatchObject({ kind: "no_variation", value: null });
  });

  it("takes no value for zero", () => {
    expect(read(makeFigure({ value: 0 }), false)).toMatchObject({ kind: "too_low", value: 0 });
  });

  it("tells answers that nobody gave from answers that nobody counted", () => {
    expect(read(undefined, false).kind).toBe("no_data");
    expect(read(undefined, true).kind).toBe("not_counted");
  });
});

describe("A missing worker", () => {
  const now = Date.parse("2026-05-04T12:00:00Z");
  const seen = (seconds: number) => new Date(now - seconds * 1000).toISOString();

  it.each([
    [3, null, true],
    [3, seen(61), true],
    [3, seen(59), false],
    [0, seen(600), false],
    [0, null, false],
  ])("with %i changes waiting and last seen %s: %s", (pending, worker_seen_at, missing) => {
    expect(isWorkerMissing(makeAgreement({ pending, worker_seen_at }), now)).toBe(missing);
  });

  it("is missed while everything is to be counted anew", () => {
    const agreement = makeAgreement({ recomputation: RECOMPUTATION, worker_seen_at: seen(61) });

    expect(isWorkerMissing(agreement, now)).toBe(true);
  });

  it("is missed while chosen answers wait for it", () => {
    const agreement = makeAgreement({ pending: 0, worker_seen_at: null });

    expect(isWorkerMissing(agreement, now, true)).toBe(true);
    expect(isWorkerMissing(agreement, now)).toBe(false);
  });
});
