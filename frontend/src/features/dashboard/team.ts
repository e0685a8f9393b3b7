import { figuresMessages } from "@/app/messages/figures";
import { locale } from "@/lib/language";
import { nice, ticks } from "@/parts/charts/scale";
import { type ChartTable, isolated } from "@/parts/charts/table";
import { coefficientText, endsOf, intervalText } from "./kappas";
import type { Standings } from "./panelQueries";

const m = figuresMessages.team;
const LIST = new Intl.ListFormat(locale, { type: "conjunction" });

type Standing = Standings["annotators"][number];
export type Known = Standing & { peer_kappa: { value: number } };

/** Whoever has a kappa with their peers, the highest first. */
export function knownOf({ annotators }: Standings): Known[] {
  return annotators
    .filter((one): one is Known => typeof one.peer_kappa?.value === "number")
    .sort((one, other) => other.peer_kappa.value - one.peer_kappa.value);
}

/** The mean of the same coefficient over the annotators: like is compared with like. */
export function referenceOf(known: readonly Known[]): number | null {
  if (known.length < 2) return null;
  return known.reduce((sum, { peer_kappa }) => sum + peer_kappa.value, 0) / known.length;
}

/** Whether somebody's whole interval lies below the reference. */
export function differs({ peer_kappa }: Standing, reference: number | null): boolean {
  const ends = peer_kappa && endsOf(peer_kappa);
  return Boolean(ends && reference !== null && ends.high < reference);
}

const TICKS = 4;
/** A sentence names no more people than this. */
const MOST_NAMED = 5;

/** Give a scale for values with intervals: from where the lowest begins up to 1. */
export function scaleOf(shown: readonly { value: number | null; low?: number; high?: number }[]) {
  const lowest = Math.min(0.8, ...shown.map(({ value, low }) => low ?? value ?? 1));
  // What is hardly below 0 needs no fifth of the scale for itself, but a place on it.
  const isJustBelow = lowest < 0 && lowest > -0.05;
  const [from] = nice(isJustBelow ? 0 : Math.max(-1, lowest), 1, TICKS);
  const values = ticks(Math.max(-1, from), 1, TICKS);
  const domain = [isJustBelow ? lowest : Math.min(Math.max(-1, from), values[0] ?? 0), 1] as const;
  return {
    domain,
    ticks: values.map((value) => ({ value, text: coefficientText(value) })),
  };
}

export function teamSummary(known: readonly Known[], reference: number | null): string {
  const apart = known.filter((one) => differs(one, reference)).map(({ name }) => isolated(name));
  if (reference === null) return m.alone;
  const mean = coefficientText(reference);
  if (apart.length === 0) return m.nobody(mean);
  const more = apart.length - MOST_NAMED;
  const named = more > 0 ? [...apart.slice(-MOST_NAMED), m.others(more)] : apart;
  return m.some(LIST.format(named), mean, apart.length);
}

export function teamTable({ annotators }: Standings, reference: number | null): ChartTable {
  const decimal = { format: coefficientText };
  const { name, kappa, low, high, mean, without, shared, answered, note } = m.columns;
  return {
    columns: [
      { label: name },
      { label: kappa, ...decimal },
      { label: low, ...decimal },
      { label: high, ...decimal },
      { label: mean, ...decimal },
      { label: without, ...decimal },
      { label: shared },
      { label: answered },
      { label: note },
    ],
    rows: annotators.map((one) => [
      one.name,
      one.peer_kappa?.value ?? null,
      one.peer_kappa?.interval?.low ?? null,
      one.peer_kappa?.interval?.high ?? null,
      one.mean_kappa?.value ?? null,
      one.alpha_without?.value ?? null,
      one.shared_units,
      one.units,
      noteOf(one, reference),
    ]),
  };
}

function noteOf(one: Standing, reference: number | null): string {
  if (!one.enough) return m.tooFew;
  return differs(one, reference) ? m.differs : "";
}

/** What a screen reader hears of a row. */
export function spokenOf(one: Known, reference: number | null): string {
  const said = `κ ${coefficientText(one.peer_kappa.value)}${intervalText(one.peer_kappa)}`;
  return differs(one, reference) ? `${said}, ${m.differs}` : said;
}
