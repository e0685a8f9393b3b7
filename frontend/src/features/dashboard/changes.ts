import type { components } from "@/api/schema";
import { separation } from "./kappas";

type Row = { variables: components["schemas"]["ShortVariables"] };
export type Short = components["schemas"]["ShortFigure"];
export type Change = "higher" | "lower" | null;

/** Pick what is counted: as the labels are, where types map to others. */
export function figureOf({ variables }: Row, labels: "full" | "collapsed"): Short {
  const { source_type, source_type_collapsed } = variables;
  return labels === "collapsed" ? (source_type_collapsed ?? source_type) : source_type;
}

/**
 * Say of each figure whether it is apart from the one before it that has an interval.
 *
 * Only where the intervals have no value in common: all else may be chance.
 */
export function changesOf(figures: readonly Short[]): Change[] {
  let before: Short | null = null;
  return figures.map((figure) => {
    const change = before && separation(before, figure);
    if (figure.interval?.low != null && figure.interval.high != null) before = figure;
    return change;
  });
}
