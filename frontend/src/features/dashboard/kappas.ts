import type { FigureStatus, Interval } from "@/api/types";
import { figuresMessages } from "@/app/messages/figures";
import { bare, decimals } from "@/lib/numbers";

const m = figuresMessages.panels;

/** Write a coefficient as statisticians do, as in ".72". */
export const coefficientText = (value: number) => bare(decimals(value));

type WithInterval = { interval: Interval | null };

/** Give the ends of a 95% interval, or null if either is unknown. */
export function endsOf({ interval }: WithInterval): { low: number; high: number } | null {
  if (!interval || interval.low === null || interval.high === null) return null;
  return { low: interval.low, high: interval.high };
}

/** Write an interval to follow a value; nothing if there is none. */
export function intervalText(of: WithInterval, write = coefficientText): string {
  const ends = endsOf(of);
  return ends ? m.interval(write(ends.low), write(ends.high)) : "";
}

/** Say why a coefficient has no value. */
export function reasonText(status: FigureStatus): string {
  return m.reasons[status];
}

/** Landis and Koch's words, which are for kappas alone: alpha has Krippendorff's marks. */
const BANDS = [
  ["almost_perfect", 0.8],
  ["substantial", 0.6],
  ["moderate", 0.4],
  ["fair", 0.2],
  ["slight", 0],
] as const;

export type LandisKoch = (typeof BANDS)[number][0] | "poor";

/** Of the standard normal distribution: what lies above it is one in twenty. */
const Z = 1.645;

/** Give the highest band that is reached with probability .95 (Gwet's rule). */
export function landisKoch(kappa: number, se: number | null): LandisKoch {
  const reached = kappa - Z * (se ?? 0);
  return BANDS.find(([, from]) => reached >= from)?.[0] ?? "poor";
}

/** Whether two intervals have no value in common: only then is a change more than noise. */
export function separation(before: WithInterval, after: WithInterval): "higher" | "lower" | null {
  const [one, other] = [endsOf(before), endsOf(after)];
  if (!one || !other) return null;
  if (other.low > one.high) return "higher";
  return other.high < one.low ? "lower" : null;
}
