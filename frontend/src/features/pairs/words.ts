import { figuresMessages } from "@/app/messages/figures";
import { bare, decimals, percent } from "@/lib/numbers";
import type { Pair } from "./queries";

const m = figuresMessages.pair;
/** Where a difference is called one, as everywhere in statistics. */
const SIGNIFICANT = 0.05;

export type Said = { headline: string; unit: string; text: string };

/** Say Cohen's kappa with its interval, or why there is none. */
export function kappaOf(pair: Pair): Said {
  const { value, status, interval, units } = pair;
  if (value === null) {
    const reason = status === "no_variation" || status === "single_unit" ? status : "other";
    return { headline: m.undefined, unit: "", text: m.reasons[reason] };
  }
  const of = m.shared(units);
  const hasEnds = interval && interval.low !== null && interval.high !== null;
  const text = hasEnds
    ? m.interval(short(interval.low ?? 0), short(interval.high ?? 0), of)
    : m.noInterval(of);
  const isFew = units < pair.enough_shared;
  return {
    headline: decimals(value),
    unit: m.kappaName,
    text: isFew ? `${text}. ${m.fewShared}` : text,
  };
}

/** Say of how many shared claims both say the same. */
export function sameOf({ confusion, units, percent_agreement }: Pair): Said {
  const same = confusion.reduce((sum, row, at) => sum + (row[at] ?? 0), 0);
  return { headline: percent(percent_agreement), unit: "", text: m.agreed(same, units) };
}

/** Count the claims of which they name different source types. */
export function splitsOf({ confusion }: Pair): number {
  const counts = confusion.flatMap((row, one) => row.filter((_, other) => other !== one));
  return counts.reduce((sum, claims) => sum + claims, 0);
}

/** Say whether they use the source types equally often. */
export function biasOf({ bias: { p_value: p } }: Pair): { kind: string; text: string } {
  if (p === null) return { kind: m.bias.unknown, text: m.bias.unknownText };
  const written = p < 0.001 ? `<\u00a0${short(0.001, 3)}` : `=\u00a0${short(p, 3)}`;
  return p < SIGNIFICANT
    ? { kind: m.bias.differs, text: m.bias.differsText(written) }
    : { kind: m.bias.same, text: m.bias.sameText(written) };
}

/** The labels that either has used, by their place in the confusion. */
export function usedLabels({ labels, confusion }: Pair): { key: string; at: number }[] {
  return labels
    .map((key, at) => ({ key, at }))
    .filter(({ at }) => confusion.some((row, one) => (one === at ? row.some(Boolean) : row[at])));
}

/** How dark a cell is, from 0 (no claim) to 4 (as many as in the largest). */
export function stepOf(claims: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (claims === 0 || most === 0) return 0;
  return Math.max(1, Math.ceil((claims / most) * 4)) as 1 | 2 | 3 | 4;
}

const short = (value: number, places = 2) => bare(decimals(value, places));
