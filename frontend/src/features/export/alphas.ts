import { exportMessages } from "@/app/messages/export";
import { bare, decimals } from "@/lib/numbers";

const m = exportMessages.agreement;

type Alpha = {
  value: number | null;
  interval: { low: number | null; high: number | null } | null;
};

const STEP = 0.2;

/** Give a scale up to 1 that begins where all values and intervals are on it. */
export function alphaScale(alphas: readonly (Alpha | null)[]) {
  const lows = alphas.flatMap((one) => [one?.value ?? 0, one?.interval?.low ?? 0]);
  const from = Math.floor(Math.min(0, ...lows) / STEP);
  const count = Math.round(1 / STEP) - from;
  const ticks = Array.from({ length: count + 1 }, (_, at) => (from + at) * STEP);
  return {
    domain: [from * STEP, 1] as const,
    ticks: ticks.map((value) => ({ value, text: bare(decimals(value, 1)) })),
  };
}

/** Say a coefficient with its interval. */
export function intervalWords(alpha: Alpha | null): string {
  if (!alpha || alpha.value === null) return m.undefined;
  const value = bare(decimals(alpha.value));
  const { low = null, high = null } = alpha.interval ?? {};
  if (low === null || high === null) return m.alone(value);
  return m.within(value, bare(decimals(low)), bare(decimals(high)));
}

/** Write a difference with its sign. */
export function differenceText(difference: number): string {
  const text = bare(decimals(Math.abs(difference)));
  if (Number(Math.abs(difference).toFixed(2)) === 0) return `±${text}`;
  return difference > 0 ? `+${text}` : `\u2212${text}`;
}
