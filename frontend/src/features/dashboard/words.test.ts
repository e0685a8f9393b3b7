import { describe, expect, it } from "vitest";
import type { Agreement, Caution, Figure, Interval } from "@/api/types";
import { read } from "./standing";
import {
  INTERVAL,
  makeAgreement,
  makeFigure,
  makeReport,
  makeUndefined,
  RECOMPUTATION,
} from "./testing";
import {
  alarmWords,
  barTextOf,
  basisOf,
  cautionsOf,
  gwetOf,
  headlineOf,
  intervalOf,
  liveStateOf,
  meaningOf,
  percentAgreementOf,
  probabilityOf,
} from "./words";

const said = (given: Figure | undefined, pending = 0) => {
  const reading = read(given, pending > 0);
  return {
    headline: headlineOf(reading),
    interval: intervalOf(reading),
    meaning: meaningOf(reading, 30),
    probability: probabilityOf(reading),
    basis: basisOf(reading),
    percentAgreement: percentAgreementOf(reading),
    gwet: gwetOf(reading),
    cautions: cautionsOf(reading),
  };
};

describe("What the dashboard says of agreement", () => {
  it("gives the value with its interval, its band and what it is of", () => {
    expect(said(makeFigure())).toEqual({
      headline: "0.71",
      interval: "95% interval .67 to .75, clustered by 25 articles",
      meaning: ".667–.80: tentative conclusions.",
      probability: "Probability of .667 or more: 98%, of .80 or more: <1%",
      basis: "α of 20 claims answered by at least two people, 3 annotators",
      percentAgreement: "percent agreement 85%",
      gwet: "AC1 .78 (.50 to 1.00)",
      cautions: [],
    });
  });

  it("does not say that nobody has answered where answers are left out", () => {
    const meaning = meaningOf(read(makeUndefined("no_data"), false), 30, true);

    expect(meaning).toContain("No answer counts here: skipped claims do not");
    expect(meaning).not.toContain("None of the 30 claims");
  });

  const waiting = { units: 12, pairable_units: 0, annotators: 2 };
  it.each<[Figure | undefined, number, string, string]>([
    [undefined, 0, "Not yet", "None of the 30 claims has an answer yet."],
    [undefined, 5, "Not yet", "Answers are saved but not counted yet."],
    [makeUndefined("no_data"), 0, "Not yet", "Agreement needs two people on the same claims."],
    [makeUndefined("insufficient_raters", waiting), 0, "Not yet", "answered 12 of 30 claims."],
    [
      makeUndefined("no_pairable_units", waiting),
      0,
      "Not yet",
      "12 claims, none of them in common.",
    ],
    [makeUndefined("no_variation"), 0, "Undefined", "percent agreement is 100%."],
    [makeUndefined("single_unit"), 0, "Not yet", "Only one claim has been answered by two"],
    [makeUndefined("single_article"), 0, "Not yet", "All answers are from one article."],
  ])("explains why there is no value", (given, pending, headline, part) => {
    const words = said(given, pending);

    expect(words.headline).toBe(headline);
    expect(words.meaning).toContain(part);
    expect(words.interval).toBeNull();
    expect(words.probability).toBeNull();
  });

  it("does not say the percent agreement twice where it is the reason", () => {
    expect(said(makeUndefined("no_variation"))).toMatchObject({
      basis: "α of 20 claims answered by at least two people, 3 annotators",
      percentAgreement: null,
    });
  });

  it("uses no strength-of-agreement words for alpha", () => {
    for (const value of [-0.2, 0.1, 0.5, 0.7, 0.9]) {
      expect(said(makeFigure({ value })).meaning).not.toMatch(
        /slight|fair|moderate|substantial|perfect/i,
      );
    }
  });
});

describe("An interval in words", () => {
  const within = (changes: Partial<Interval>) =>
    said(makeFigure({ interval: { ...INTERVAL, ...changes } })).interval;

  it.each<[Partial<Interval>, string]>([
    [{ low: 0.43, high: 0.69 }, "95% interval .43 to .69, clustered by 25 articles"],
    [{ method: "units", n: 30 }, "95% interval .67 to .75, over 30 claims"],
    [{ low: -0.124, high: 1 }, "95% interval −.12 to 1.00, clustered by 25 articles"],
    // Two places would put the end beyond a mark that it does not reach.
    [{ low: 0.6668, high: 0.7964 }, "95% interval .666 to .796, clustered by 25 articles"],
  ])("gives its ends and over what it is", (changes, text) => {
    expect(within(changes)).toBe(text);
  });

  it.each<[Interval["status"], string]>([
    ["single_unit", "No 95% interval: only one claim was answered by two people."],
    ["single_article", "No 95% interval: all claims are from one article."],
  ])("says why there is none", (status, text) => {
    expect(within({ se: null, low: null, high: null, status })).toBe(text);
  });

  it("says so if nobody knows why there is none", () => {
    expect(said(makeFigure({ interval: null })).interval).toBe(
      "No 95% interval could be computed.",
    );
  });

  it("is told with the bar", () => {
    expect(barTextOf(read(makeFigure(), false))).toBe(
      "On a scale from 0 to 1 with marks at .667 and .80: α 0.71. 95% interval .67 to .75, clustered by 25 articles",
    );
    expect(barTextOf(read(undefined, false))).toContain("without a value yet");
  });
});

describe("Beside the figure", () => {
  it.each([
    [{ tentative: 1, reliable: 0 }, ".667 or more: 100%, of .80 or more: 0%"],
    [{ tentative: 0.9951, reliable: 0.0049 }, ".667 or more: >99%, of .80 or more: <1%"],
    [{ tentative: 0.6402, reliable: 0.014 }, ".667 or more: 64%, of .80 or more: 1%"],
  ])("a probability is certain only if it is", (at_least, text) => {
    expect(said(makeFigure({ at_least })).probability).toBe(`Probability of ${text}`);
  });

  it("stands AC2 where the values have an order", () => {
    expect(said(makeFigure({ weights: "ordinal" })).gwet).toMatch(/^AC2 /);
  });

  it("stands no AC1 that is undefined, nor an interval that it has not", () => {
    const { others } = makeFigure();
    const gwet = (changes: Partial<typeof others.gwet_ac>) =>
      said(makeFigure({ others: { ...others, gwet_ac: { ...others.gwet_ac, ...changes } } })).gwet;

    expect(gwet({ value: null, interval: null })).toBeNull();
    expect(gwet({ value: -0.2, interval: null })).toBe("AC1 −.20");
  });

  it.each<[Caution, string]>([
    ["one_article", "All claims are from one article:"],
    ["few_articles", "Fewer than 30 articles:"],
    ["few_units", "Fewer than 50 claims:"],
    ["skewed_labels", "One answer is very frequent among few claims:"],
  ])("a caution is a sentence", (caution, beginning) => {
    const [text, ...more] = said(makeFigure({ cautions: [caution] })).cautions;

    expect(text?.startsWith(beginning)).toBe(true);
    expect(more).toEqual([]);
  });

  it("the note on prevalence comes first, and names what to read instead", () => {
    const { cautions } = said(
      makeFigure({ prevalence_note: true, weights: "ordinal", cautions: ["few_units"] }),
    );

    expect(cautions).toHaveLength(2);
    expect(cautions[0]).toMatch(/^Percent agreement is far above α.*Read AC2 beside α\.$/);
  });
});

describe("The live line", () => {
  const now = Date.parse("2026-05-04T12:00:00Z");
  const at = (pending: number, secondsAgo: number | null, more: Partial<Agreement> = {}) =>
    makeAgreement({
      pending,
      worker_seen_at: secondsAgo === null ? null : new Date(now - secondsAgo * 1000).toISOString(),
      ...more,
    });
  const anew = (report = makeReport(), changes = {}) =>
    at(3, 5, { report, recomputation: { ...RECOMPUTATION, ...changes } });

  it.each<[Agreement, boolean, string, string]>([
    [at(0, 5), true, "counted", "every saved answer is counted"],
    [at(3, 5), true, "pending", "3 changes not yet counted"],
    [at(1, 5), true, "pending", "1 change not yet counted"],
    [at(99_999, 5), true, "pending", "99,999 changes not yet counted"],
    [at(100_000, 5), true, "pending", "100,000 changes or more not yet counted"],
    [
      anew(),
      true,
      "recomputing",
      "Counting everything anew: 12 of 50 parts. The figures are from before.",
    ],
    [anew(makeReport(), { blocks: 1, blocks_done: 0 }), true, "recomputing", "0 of 1 part. The"],
    [anew(makeReport(), { blocks: 0 }), true, "recomputing", "anew. The figures are from before."],
    [at(3, 190), true, "no_worker", "for 3 min. Answers are safe"],
    [
      at(0, 190, { recomputation: RECOMPUTATION }),
      true,
      "no_worker",
      "for 3 min. Answers are safe",
    ],
    [at(3, null), true, "no_worker", "No worker has been seen yet"],
    [at(3, 5), false, "unreachable", "last figures"],
  ])("tells how things stand", (agreement, isReached, kind, part) => {
    const state = liveStateOf(agreement, now, isReached);

    expect(state.kind).toBe(kind);
    expect(state.text).toContain(part);
  });

  it("speaks of no figures from before where there are none", () => {
    const first = at(3, 5, { recomputation: RECOMPUTATION });

    expect(liveStateOf(first, now, true).text).toBe("Counting everything anew: 12 of 50 parts.");
  });
});

describe("An alarm", () => {
  it("gives the server's reason, what is kept and what to do", () => {
    const { title, text } = alarmWords({
      kind: "failed",
      detail: "The scale ends at 3.",
      raised_at: "2026-05-04T12:00:00Z",
    });

    expect(title).toMatch(/^Counting has failed since May 4, 2026/);
    expect(text).toMatch(/^The scale ends at 3\. Every answer is kept.*tell whoever runs/);
  });

  it("says of a difference that it is repaired", () => {
    const { title, text } = alarmWords({
      kind: "difference",
      detail: "Other figures than were kept.",
      raised_at: "2026-05-04T12:00:00Z",
    });

    expect(title).toMatch(/^The nightly check of May 4, 2026.* found a difference and repaired it/);
    expect(text).toMatch(/Every answer is kept.*Tell whoever runs/);
  });
});
