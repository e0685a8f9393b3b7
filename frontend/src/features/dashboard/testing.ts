import type { Agreement, AgreementReport, Figure, Interval } from "@/api/types";
import { NO_FILTERS } from "@/parts/scope/filters";
import type { Scope } from "@/parts/scope/scope";

/** Objects for the tests of this folder. */

export const INTERVAL: Interval = {
  method: "articles",
  n: 25,
  se: 0.02,
  low: 0.669,
  high: 0.751,
  status: "ok",
};

export function makeFigure(changes: Partial<Figure> = {}): Figure {
  const other = { value: 0.775, status: "ok", interval: null, band: "moderate" } as const;
  return {
    coefficient: "krippendorff_alpha",
    level: "nominal",
    labels: ["named", "anonymous"],
    value: 0.71,
    status: "ok",
    interval: INTERVAL,
    at_least: { tentative: 0.984, reliable: 0.0003 },
    cautions: [],
    prevalence_note: false,
    percent_agreement: 0.853,
    percent_agreement_status: "ok",
    weights: "identity",
    others: {
      gwet_ac: { ...other, interval: { ...INTERVAL, low: 0.501, high: 1 } },
      fleiss_kappa: other,
      brennan_prediger: other,
      conger_kappa: other,
    },
    by_label: [],
    units: 30,
    pairable_units: 20,
    annotators: 3,
    ratings: 70,
    ...changes,
  };
}

/** A figure without a value, and what then is undefined with it. */
export function makeUndefined(status: Figure["status"], changes: Partial<Figure> = {}): Figure {
  return makeFigure({
    value: null,
    status,
    interval: null,
    at_least: { tentative: null, reliable: null },
    percent_agreement: status === "no_variation" ? 1 : null,
    ...changes,
  });
}

export function makeReport(changes: Partial<AgreementReport> = {}): AgreementReport {
  return {
    id: 1,
    scope: "all",
    computed_at: "2026-05-04T12:00:00Z",
    engine: "2",
    articles: 25,
    claims: 30,
    last_event: 70,
    variables: {
      source_type: makeFigure(),
      confidence: makeFigure({ level: "ordinal", weights: "ordinal" }),
      source_type_collapsed: null,
    },
    ...changes,
  };
}

export function makeAgreement(changes: Partial<Agreement> = {}): Agreement {
  return {
    report: null,
    pending: 0,
    worker_seen_at: null,
    last_checked_at: null,
    recomputation: null,
    alarms: [],
    consensus: null,
    ...changes,
  };
}

export const RECOMPUTATION = {
  reason: "repair",
  started_at: "2026-05-04T12:00:00Z",
  blocks: 50,
  blocks_done: 12,
} as const;

/** The whole project, or what `changes` say. */
export function makeScope(changes: Partial<Scope> = {}): Scope {
  return {
    filters: NO_FILTERS,
    search: "",
    scope: "all",
    isReady: true,
    labels: "full",
    selection: undefined,
    isError: false,
    isFetching: false,
    refetch: () => {},
    ...changes,
  };
}
