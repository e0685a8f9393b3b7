import { makeProject as makeAnyProject } from "@/api/testing";
import type { Project } from "@/api/types";
import type { PairCell, Person, Standing } from "./personQueries";

/** Objects for the tests of a person's page. */

const TYPE = { definition: "", maps_to: null, built_in: true };
const BINS = [0, 2, 4, 6, 8, 10, 15, 30];

export function makeProject(role: Project["role"] = "lead"): Project {
  return makeAnyProject({
    role,
    source_types: [
      { ...TYPE, key: "named", name: "Named", hotkey: "1", color: "named" },
      { ...TYPE, key: "anonymous", name: "Anonymous", hotkey: "2", color: "anonymous" },
    ],
  });
}

const interval = (low: number, high: number) => ({
  method: "units" as const,
  n: 40,
  se: 0.05,
  low,
  high,
  status: "ok" as const,
});

export function makeStanding(changes: Partial<Standing> = {}): Standing {
  return {
    id: 7,
    name: "Ana Ruiz",
    units: 60,
    shared_units: 40,
    enough: true,
    alpha_without: { value: 0.8, status: "ok", interval: null },
    peer_kappa: { value: 0.55, status: "ok", interval: interval(0.45, 0.65) },
    mean_kappa: { value: 0.54, status: "ok", interval: null },
    pairs: 2,
    bias: {
      stuart_maxwell: 7,
      bhapkar: 8,
      df: 1,
      p_value: 0.004,
      differences: [-0.1, 0.1],
      status: "ok",
    },
    error_rates: [
      [0.8, 0.2],
      [0.05, 0.95],
    ],
    ...changes,
  };
}

/** Who shares too few claims has no figures. */
export const FEW = makeStanding({
  shared_units: 12,
  enough: false,
  alpha_without: null,
  peer_kappa: null,
  mean_kappa: null,
  pairs: null,
  bias: null,
  error_rates: null,
});

export function makeCell(changes: Partial<PairCell> = {}): PairCell {
  return {
    one: 7,
    other: 8,
    units: 30,
    percent_agreement: 0.8,
    value: 0.6,
    status: "ok",
    interval: interval(0.5, 0.7),
    bias: {
      stuart_maxwell: null,
      bhapkar: null,
      df: 0,
      p_value: null,
      differences: [],
      status: "no_variation",
    },
    ...changes,
  };
}

export function makePerson(changes: Partial<Person> = {}): Person {
  return {
    id: 7,
    name: "Ana Ruiz",
    code: "k7m2qp",
    role: "annotator",
    active: true,
    quota: null,
    scope: "all",
    computed_at: "2026-05-06T12:00:00Z",
    is_current: true,
    answered: 60,
    skipped: 2,
    assigned: 80,
    articles_done: 5,
    articles_open: 2,
    last_saved_at: "2026-05-06T11:00:00Z",
    days: [
      { day: "2026-05-04", answers: 20 },
      { day: "2026-05-06", answers: 40 },
    ],
    per_active_day: 30,
    seconds: timesOf([0, 10, 30, 20, 0, 0, 0, 0], 5.2),
    standing: makeStanding(),
    labels: ["named", "anonymous"],
    error_rate_labels: ["named", "anonymous"],
    pairs: [makeCell(), makeCell({ one: 3, other: 7, value: 0.7 })],
    annotators: [
      { id: 3, name: "Cy Berg" },
      { id: 7, name: "Ana Ruiz" },
      { id: 8, name: "Ben Kraus" },
    ],
    enough_shared: 20,
    ...changes,
  };
}

export function timesOf(claims: readonly number[], median: number | null): Person["seconds"] {
  return {
    n: claims.reduce((sum, one) => sum + one, 0),
    median,
    bins: BINS.map((from, at) => ({ from, to: BINS[at + 1] ?? null, claims: claims[at] ?? 0 })),
  };
}

/** Somebody who has just come. */
export const NEW = makePerson({
  answered: 0,
  skipped: 0,
  assigned: 0,
  articles_done: 0,
  articles_open: 0,
  last_saved_at: null,
  days: [],
  per_active_day: null,
  seconds: timesOf([], null),
  standing: null,
  pairs: [],
  annotators: [],
  error_rate_labels: [],
});
