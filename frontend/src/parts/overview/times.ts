import { figuresMessages } from "@/app/messages/figures";
import { decimals, percent } from "@/lib/numbers";
import type { ChartTable } from "@/parts/charts/table";
import type { OverviewFigures } from "./queries";

const m = figuresMessages.overview.time;

export type Times = Pick<OverviewFigures["seconds"], "n" | "median" | "bins">;

type Bin = Times["bins"][number];

/** Say which seconds are in a bin, as in "4–6" or "30+". */
export function binLabel({ from, to }: Pick<Bin, "from" | "to">): string {
  return to === null ? m.lastBin(from) : m.bin(from, to);
}

/** Say the median, and where most times lie. */
export function timeText({ n, median, bins }: Times): string {
  const [first, ...rest] = bins;
  if (median === null || !first) return m.none;
  const most = rest.reduce((a, b) => (b.claims > a.claims ? b : a), first);
  return `${m.median(decimals(median, 1), n)} ${m.most(binLabel(most))}`;
}

export function timeTable({ n, bins }: Times): ChartTable {
  const { seconds, answers, share } = m.columns;
  return {
    columns: [{ label: seconds }, { label: answers }, { label: share, format: percent }],
    rows: bins.map((bin) => [binLabel(bin), bin.claims, n > 0 ? bin.claims / n : null]),
  };
}
