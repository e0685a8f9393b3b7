import { dayNumber, dayOf } from "@/parts/charts/days";
import type { Overview, OverviewFigures } from "@/parts/overview/queries";

/** Objects for the tests of the overview. */

const LABELS = ["named", "anonymous", "official_statement"];
const BINS = [0, 2, 4, 6, 8, 10, 15, 30];

export function makeOverview(changes: Partial<Overview> = {}): Overview {
  return {
    scope: "all",
    computed_at: "2026-05-06T12:00:00Z",
    is_current: true,
    figures: makeFigures(),
    ...changes,
  };
}

/** A project at work: 3 days, 60 of 90 answers, 2 people, 2 outlets, 2 months. */
export function makeFigures(changes: Partial<OverviewFigures> = {}): OverviewFigures {
  return {
    answers: 60,
    skipped: 2,
    answers_needed: 90,
    articles: 10,
    claims: 30,
    days: [day("2026-05-04", 20), day("2026-05-05", 10), day("2026-05-06", 30)],
    forecast: {
      left: 30,
      per_day: 20,
      days: 3,
      earliest_on: "2026-05-07",
      expected_on: "2026-05-08",
      latest_on: "2026-05-12",
    },
    seconds: {
      n: 58,
      median: 6.4,
      quartiles: [4.1, 9.9],
      bins: binsOf([4, 10, 20, 12, 6, 3, 2, 1]),
    },
    people: [makePerson(7, "Ana Ruiz"), makePerson(8, "Ben Kraus", { median_seconds: null })],
    sources: {
      claims: 28,
      articles: 10,
      labels: [
        { label: "named", claims: 14, share: 0.5, low: 0.4, high: 0.6 },
        { label: "anonymous", claims: 8.4, share: 0.3, low: 0.2, high: 0.4 },
        { label: "official_statement", claims: 5.6, share: 0.2, low: null, high: null },
      ],
    },
    outlets: [makeOutlet("Gazette", 20, 0.2), makeOutlet("Wire", 8, 0.55)],
    months: [makeMonth("2026-03", 0.2), makeMonth("2026-05", 0.4)],
    labels: LABELS,
    ...changes,
  };
}

export const EMPTY = makeFigures({
  answers: 0,
  skipped: 0,
  days: [],
  forecast: null,
  seconds: { n: 0, median: null, quartiles: null, bins: binsOf([0, 0, 0, 0, 0, 0, 0, 0]) },
  people: [],
  sources: { claims: 0, articles: 0, labels: [] },
  outlets: [],
  months: [],
});

/** 50 people, 60 outlets (the server gives 30 and all others as one), 200 days, 36 months. */
export const LARGE = makeFigures({
  answers: 20_000,
  answers_needed: 30_000,
  days: Array.from({ length: 200 }, (_, at) => day(dayOf(dayNumber("2025-10-19") + at), 100)),
  people: Array.from({ length: 50 }, (_, at) => makePerson(at + 1, `Person ${at + 1}`)),
  outlets: [
    ...Array.from({ length: 30 }, (_, at) => makeOutlet(`Outlet ${at + 1}`, 90 - at, at / 40)),
    makeOutlet(null, 400, 0.3),
  ],
  months: Array.from({ length: 36 }, (_, at) =>
    makeMonth(`${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`, 0.3),
  ),
});

function day(iso: string, answers: number): OverviewFigures["days"][number] {
  return { day: iso, answers, skipped: 0, people: 2 };
}

function binsOf(claims: readonly number[]): OverviewFigures["seconds"]["bins"] {
  return BINS.map((from, at) => ({ from, to: BINS[at + 1] ?? null, claims: claims[at] ?? 0 }));
}

type Person = OverviewFigures["people"][number];

export function makePerson(id: number, name: string, changes: Partial<Person> = {}): Person {
  return {
    id,
    name,
    assigned: 40,
    answered: 30,
    skipped: 1,
    articles_done: 3,
    articles_open: 1,
    last_saved_at: "2026-05-06T11:00:00Z",
    median_seconds: 6.1,
    days_active: 3,
    per_active_day: 10,
    days: [],
    bins: [],
    ...changes,
  };
}

export function makeOutlet(
  outlet: string | null,
  claims: number,
  share: number,
): OverviewFigures["outlets"][number] {
  return { outlet, articles: 5, claims, shares: [1 - share, share, 0], anonymous: within(share) };
}

export function makeMonth(month: string, share: number): OverviewFigures["months"][number] {
  return {
    month,
    articles: 5,
    claims: 12,
    shares: [1 - share, share, 0],
    anonymous: within(share),
  };
}

function within(share: number) {
  return { share, low: Math.max(0, share - 0.1), high: share + 0.1 };
}
