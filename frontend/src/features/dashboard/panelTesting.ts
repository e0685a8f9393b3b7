import type {
  Calibration,
  Choices,
  Labels,
  PairCell,
  Pairs,
  Scopes,
  Standings,
} from "./panelQueries";
import { INTERVAL } from "./testing";

/** Figures of the panels, for the tests of this folder. */

const BIAS = {
  stuart_maxwell: 0.4,
  bhapkar: 0.4,
  df: 1,
  p_value: 0.5,
  differences: [],
  status: "ok",
} satisfies PairCell["bias"];

export const UNDEFINED = { value: null, status: "no_variation", interval: null } as const;

export const makeValue = (value: number, low: number, high: number) =>
  ({ value, status: "ok", interval: { ...INTERVAL, low, high } }) as const;

/** Cohen's kappa of two, by their ids. */
export function makeCell(one: number, other: number, changes: Partial<PairCell> = {}): PairCell {
  return {
    one,
    other,
    units: 120,
    percent_agreement: 0.8,
    bias: BIAS,
    ...makeValue(0.5, 0.41, 0.59),
    ...changes,
  };
}

const NAMES = ["Amal Rahal", "Ben Kessler", "Chloé Marin"];

/** So many people: three with names, the others numbered. */
export const makePeople = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: at + 1,
    name: NAMES[at] ?? `Person P${at + 1}`,
  }));

/** Everybody with everybody. */
export function makePairs(count: number, changes: Partial<Pairs> = {}): Pairs {
  const annotators = makePeople(count);
  return {
    scope: "all",
    variable: "source_type",
    labels: ["named", "anonymous"],
    level: "nominal",
    weights: "identity",
    enough_shared: 20,
    annotators,
    cells: annotators.flatMap(({ id }) =>
      annotators.filter((other) => other.id > id).map((other) => makeCell(id, other.id)),
    ),
    ...changes,
  };
}

type Standing = Standings["annotators"][number];

export function makeStanding(id: number, changes: Partial<Standing> = {}): Standing {
  const peer = makeValue(0.6, 0.5, 0.7);
  return {
    id,
    name: NAMES[id - 1] ?? `Person P${id}`,
    units: 150,
    shared_units: 120,
    enough: true,
    alpha_without: peer,
    peer_kappa: peer,
    mean_kappa: { ...peer, interval: null },
    pairs: 2,
    bias: BIAS,
    error_rates: null,
    ...changes,
  };
}

/** Somebody who shares too little with others to have figures. */
export const makeNewcomer = (id: number) =>
  makeStanding(id, {
    shared_units: 4,
    enough: false,
    alpha_without: null,
    peer_kappa: null,
    mean_kappa: null,
    pairs: null,
    bias: null,
  });

export function makeStandings(annotators: Standing[]): Standings {
  return {
    scope: "all",
    variable: "source_type",
    labels: ["named", "anonymous"],
    level: "nominal",
    enough_shared: 20,
    error_rate_labels: [],
    annotators,
  };
}

export function makeLabels(changes: Partial<Labels> = {}): Labels {
  return {
    scope: "all",
    variable: "source_type",
    labels: [
      { label: "named", ratings: 100, ...makeValue(0.7, 0.6, 0.8) },
      { label: "anonymous", ratings: 60, ...makeValue(0.4, 0.2, 0.6) },
    ],
    confusion: [
      { label: "named", coincidences: [80, 20], shares: [0.8, 0.2] },
      { label: "anonymous", coincidences: [20, 40], shares: [1 / 3, 2 / 3] },
    ],
    ...changes,
  };
}

/** What there is before anybody has answered. */
export const NO_LABELS = makeLabels({
  labels: ["named", "anonymous"].map((label) => ({ label, ratings: 0, ...UNDEFINED })),
  confusion: ["named", "anonymous"].map((label) => ({
    label,
    coincidences: [0, 0],
    shares: null,
  })),
});

/** What there is when everybody has always said the same. */
export const ONE_LABEL = makeLabels({
  labels: [
    { label: "named", ratings: 40, ...UNDEFINED },
    { label: "anonymous", ratings: 0, ...UNDEFINED },
  ],
  confusion: [
    { label: "named", coincidences: [40, 0], shares: [1, 0] },
    { label: "anonymous", coincidences: [0, 0], shares: null },
  ],
});

export function makeCalibration(levels: Calibration["levels"]): Calibration {
  return { scope: "all", levels };
}

export const makeLevel = (confidence: number, word: string, value = makeValue(0.7, 0.6, 0.8)) => ({
  confidence,
  word,
  ratings: 90,
  ...value,
});

type Short = Scopes["weeks"][number]["variables"]["source_type"];

export function makeShort(changes: Partial<Short> = {}): Short {
  return {
    percent_agreement: 0.85,
    units: 40,
    pairable_units: 30,
    ...makeValue(0.7, 0.6, 0.8),
    ...changes,
  };
}

const REPORT = {
  id: 1,
  scope: "all",
  computed_at: "2026-05-04T12:00:00Z",
  engine: "2",
  articles: 25,
  claims: 30,
  last_event: 70,
};

const variablesOf = (source_type: Short) => ({
  source_type,
  confidence: makeShort(),
  source_type_collapsed: null,
});

export function makeScopes(weeks: [string, Short][], revisions: [number, Short][]): Scopes {
  return {
    weeks: weeks.map(([week, short]) => ({ ...REPORT, week, variables: variablesOf(short) })),
    revisions: revisions.map(([revision, short]) => ({
      ...REPORT,
      revision,
      variables: variablesOf(short),
    })),
  };
}

export const CHOICES: Choices = {
  revisions: [{ number: 1, created_at: "2026-05-01T08:00:00Z", change_note: "" }],
  annotators: makePeople(3),
  outlets: ["Ledger"],
  first_day: "2026-05-01",
  last_day: "2026-05-09",
};

/** What a server says to every panel of a small project, by path below the project. */
export const FIGURES: Readonly<Record<string, unknown>> = {
  "agreement/pairs/": makePairs(3),
  "agreement/annotators/": makeStandings([1, 2, 3].map((id) => makeStanding(id))),
  "agreement/labels/": makeLabels(),
  "agreement/calibration/": makeCalibration([
    makeLevel(1, "Low", makeValue(0.5, 0.4, 0.6)),
    makeLevel(3, "High", makeValue(0.9, 0.85, 0.95)),
  ]),
  "agreement/scopes/": makeScopes([["2026-05-04", makeShort()]], [[1, makeShort()]]),
  "agreement/filters/": CHOICES,
  "agreement/disputed/": { next: null, results: [] },
  "overview/": { scope: "all", computed_at: null, is_current: false, figures: null },
};
