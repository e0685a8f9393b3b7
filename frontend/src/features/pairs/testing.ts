import type { Pair, PairClaim } from "./queries";

/** Objects for the tests of this folder. */

export { makeReadProject as makeProject } from "@/api/testing";

/** Ana (7) and Ben (8) share 50 claims and split on 10 of them. */
export function makePair(changes: Partial<Pair> = {}): Pair {
  return {
    scope: "all",
    variable: "source_type",
    labels: ["named", "anonymous", "unclear", "wire"],
    level: "nominal",
    weights: "identity",
    one: 7,
    other: 8,
    units: 50,
    enough_shared: 20,
    percent_agreement: 0.8,
    value: 0.62,
    status: "ok",
    interval: { method: "units", n: 50, se: 0.05, low: 0.52, high: 0.72, status: "ok" },
    bias: {
      stuart_maxwell: 3.6,
      bhapkar: 3.88,
      df: 1,
      p_value: 0.0488,
      differences: [0.12, -0.12, 0, 0],
      status: "ok",
    },
    confusion: [
      [30, 8, 0, 0],
      [1, 10, 0, 0],
      [0, 0, 0, 0],
      [1, 0, 0, 0],
    ],
    ...changes,
  };
}

export function makeClaim(changes: Partial<PairClaim> = {}): PairClaim {
  return {
    claim: 5,
    number: 3,
    article: 1,
    title: "Ferry to end in March",
    language: "en",
    quote: "The ferry will stop.",
    one: { source_type: "named", confidence: 3 },
    other: { source_type: "anonymous", confidence: 1 },
    ...changes,
  };
}
