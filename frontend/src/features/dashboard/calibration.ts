import type { ConfidencePoint } from "@/api/types";
import { endsOf } from "./kappas";
import type { Calibration } from "./panelQueries";

export type Level = Calibration["levels"][number];

/**
 * How many of ten colleagues would choose the same type, as the guidelines that come with the product
 * define their three levels: a toss-up, about seven, nine or ten. As shares, half a colleague wider.
 */
const DEFINED: Readonly<Record<number, readonly [low: number, high: number]>> = {
  1: [0.45, 0.55],
  2: [0.65, 0.75],
  3: [0.85, 1],
};

/** Give what each level means as a share of peers; nothing for a scale of other points. */
export function definitionsOf(scale: readonly ConfidencePoint[]): typeof DEFINED {
  return scale.length === 3 ? DEFINED : {};
}

export type Verdict = "above" | "below" | "within" | "unknown";

/** Say how a level's interval lies to its definition: only what is wholly outside counts as off. */
export function verdictOf(level: Level, defined: readonly [number, number] | undefined): Verdict {
  const ends = endsOf(level);
  if (!ends || !defined) return "unknown";
  if (ends.low > defined[1]) return "above";
  return ends.high < defined[0] ? "below" : "within";
}
