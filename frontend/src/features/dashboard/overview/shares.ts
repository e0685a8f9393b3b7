import { percent } from "@/lib/numbers";
import { linear, nice, ticks } from "@/parts/charts/scale";
import type { OverviewFigures } from "@/parts/overview/queries";

export type Outlet = OverviewFigures["outlets"][number];
export type Month = OverviewFigures["months"][number];

type Shared = { share: number; low: number | null; high: number | null };

/** Write an interval as "12% to 20%"; nothing where there is none. */
export function withinText({ low, high }: Shared, write: (low: string, high: string) => string) {
  return low === null || high === null ? "" : write(percent(low), percent(high));
}

/** Give the scale of shares from 0 to where the largest interval ends, in round numbers. */
export function shareScale(shares: readonly Shared[]) {
  const most = Math.max(0.05, ...shares.map(({ share, high }) => high ?? share));
  const end = Math.min(1, nice(0, most, 4)[1]);
  const marks = ticks(0, end, 4).map((value) => ({ value, text: percent(value) }));
  return {
    domain: [0, end] as const,
    marks,
    to: (range: [number, number]) => linear([0, end], range),
  };
}

/** Order outlets by how much they rely on anonymous sources; without a name, and all others, last. */
export function byReliance(outlets: readonly Outlet[]): Outlet[] {
  const rank = ({ outlet }: Outlet) => (outlet === null ? 2 : outlet === "" ? 1 : 0);
  return [...outlets].sort(
    (a, b) => rank(a) - rank(b) || b.anonymous.share - a.anonymous.share || b.claims - a.claims,
  );
}

/** The share of anonymous sources over all of several groups; null without claims. */
export function overallShare(groups: readonly Pick<Outlet, "claims" | "anonymous">[]) {
  const claims = groups.reduce((sum, group) => sum + group.claims, 0);
  if (claims === 0) return null;
  return groups.reduce((sum, group) => sum + group.claims * group.anonymous.share, 0) / claims;
}

/** Give the number of a month, "2026-05", to count with. */
export function monthNumber(month: string): number {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return year * 12 + number - 1;
}
