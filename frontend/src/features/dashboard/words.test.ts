import { describe, expect, it } from "vitest";
import type { Agreement, Figure, FigureStatus } from "@/api/types";
import { read } from "./standing";
import { basisOf, headlineOf, liveStateOf, meaningOf, percentAgreementOf } from "./words";

function figure(value: number | null, status: FigureStatus, units = 12, pairable = 8): Figure {
  return {
    coefficient: "krippendorff_alpha",
    level: "nominal",
    value,
    status,
    percent_agreement: value === null && status !== "no_variation" ? null : 1,
    percent_agreement_status: "ok",
    units,
    pairable_units: pairable,
    annotators: 2,
    ratings: units + pairable,
  };
}

const said = (given: Figure | undefined, pending = 0) => {
  const reading = read(given, pending);
  return {
    headline: headlineOf(reading),
    meaning: meaningOf(reading, 30),
    basis: basisOf(reading),
    percentAgreement: percentAgreementOf(reading),
  };
};

describe("What the dashboard says of agreement", () => {
  it("gives value, band and basis", () => {
    expect(said({ ...figure(0.71, "ok"), percent_agreement: 0.853 })).toEqual({
      headline: "0.71",
      meaning: ".667–.80: tentative conclusions.",
      basis: "α of 8 claims answered by at least two people, 2 annotators",
      percentAgreement: "percent agreement 85%",
    });
  });

  it.each<[Figure | undefined, number, string, string]>([
    [undefined, 0, "Not yet", "None of the 30 claims has an answer yet."],
    [undefined, 5, "Not yet", "Answers are saved but not counted yet."],
    [figure(null, "no_data", 0, 0), 0, "Not yet", "Agreement needs two people on the same claims."],
    [figure(null, "insufficient_raters", 12, 0), 0, "Not yet", "answered 12 of 30 claims."],
    [figure(null, "no_pairable_units", 12, 0), 0, "Not yet", "12 claims, none of them in common."],
    [figure(null, "no_variation"), 0, "Undefined", "percent agreement is 100%."],
  ])("explains why there is no value", (given, pending, headline, part) => {
    const words = said(given, pending);

    expect(words.headline).toBe(headline);
    expect(words.meaning).toContain(part);
  });

  it("does not say the percent agreement twice where it is the reason", () => {
    expect(said(figure(null, "no_variation"))).toMatchObject({
      basis: "α of 8 claims answered by at least two people, 2 annotators",
      percentAgreement: null,
    });
  });

  it("uses no strength-of-agreement words for alpha", () => {
    for (const value of [-0.2, 0.1, 0.5, 0.7, 0.9]) {
      expect(said(figure(value, "ok")).meaning).not.toMatch(
        /slight|fair|moderate|substantial|perfect/i,
      );
    }
  });
});

describe("The live line", () => {
  const now = Date.parse("2026-05-04T12:00:00Z");
  const at = (pending: number, secondsAgo: number | null): Agreement => ({
    report: null,
    pending,
    worker_seen_at: secondsAgo === null ? null : new Date(now - secondsAgo * 1000).toISOString(),
  });

  it.each<[Agreement, boolean, string, string]>([
    [at(0, 5), true, "counted", "every saved answer is counted"],
    [at(3, 5), true, "pending", "3 changes not yet counted"],
    [at(1, 5), true, "pending", "1 change not yet counted"],
    [at(3, 190), true, "no_worker", "for 3 min. Answers are safe"],
    [at(3, null), true, "no_worker", "No worker has been seen yet"],
    [at(3, 5), false, "unreachable", "last figures"],
  ])("tells how things stand", (agreement, isReached, kind, part) => {
    const state = liveStateOf(agreement, now, isReached);

    expect(state.kind).toBe(kind);
    expect(state.text).toContain(part);
  });
});
