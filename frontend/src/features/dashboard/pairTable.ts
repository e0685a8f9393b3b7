import { figuresMessages } from "@/app/messages/figures";
import { count } from "@/lib/numbers";
import { type ChartTable, isolated } from "@/parts/charts/table";
import { coefficientText, intervalText, landisKoch, reasonText } from "./kappas";
import type { PairCell, Pairs } from "./panelQueries";

const m = figuresMessages.pairs;

export type Person = { id: number; name: string; short: string };

/** The place in the ramp that a kappa reaches, from 0. */
const STEPS = [0.2, 0.4, 0.5, 0.6, 0.7, 0.8];
export const STEP_COUNT = STEPS.length + 1;

export function stepOf(kappa: number): number {
  return STEPS.filter((from) => kappa >= from).length;
}

/** The annotators by name, each with a short name unless two would share it. */
export function peopleOf(annotators: readonly { id: number; name: string }[]): Person[] {
  const shorts = annotators.map(({ name }) => shortName(name));
  return annotators
    .map(({ id, name }, at) => {
      const short = shorts[at] ?? name;
      return { id, name, short: shorts.filter((one) => one === short).length > 1 ? name : short };
    })
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** "Amal Rahimi" is "Amal R.". */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return last ? `${words[0]} ${[...last][0]}.` : name;
}

export type Found = (one: number, other: number) => PairCell | undefined;

/** Look cells up by two annotators, in whatever order. */
export function finder(cells: readonly PairCell[]): Found {
  const known = new Map(cells.map((cell) => [keyOf(cell.one, cell.other), cell]));
  return (one, other) => known.get(keyOf(one, other));
}

const keyOf = (one: number, other: number) => `${Math.min(one, other)}-${Math.max(one, other)}`;

export type CellView = {
  kind: "value" | "few" | "none" | "undefined";
  step: number;
  text: string;
  n: string;
  /** What a screen reader says, and what is shown on request. */
  label: string;
};

/** Say how a cell looks and what it says. */
export function viewOf(
  cell: PairCell | undefined,
  one: Person,
  other: Person,
  enough: number,
): CellView {
  const names = m.two(one.name, other.name);
  if (!cell || cell.units === 0) {
    return { kind: "none", step: 0, text: "", n: "0", label: m.noneShared(names) };
  }
  const n = count(cell.units);
  if (cell.value === null) {
    const label = m.cell(names, reasonText(cell.status), cell.units);
    return { kind: cell.units < enough ? "few" : "undefined", step: 0, text: "–", n, label };
  }
  const text = coefficientText(cell.value);
  const said = `κ ${text}${intervalText(cell)}`;
  const label = m.cell(names, said, cell.units);
  if (cell.units < enough) return { kind: "few", step: 0, text, n, label: m.few(label, enough) };
  return { kind: "value", step: stepOf(cell.value), text, n, label };
}

/** Say in a sentence how far the pairs are apart; null where no pair has enough claims. */
export function pairsSummary(pairs: Pairs, people: readonly Person[]): string {
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const known = pairs.cells.filter(isKnown(pairs.enough_shared));
  const sorted = known.sort((one, other) => one.value - other.value);
  const [lowest, highest] = [sorted.at(0), sorted.at(-1)];
  if (!lowest || !highest) {
    const isAnyEnough = pairs.cells.some(({ units }) => units >= pairs.enough_shared);
    return isAnyEnough ? m.noneDefined : m.noneEnough(pairs.enough_shared);
  }
  const named = (cell: PairCell & { value: number }) =>
    m.extreme(
      isolated(nameOf.get(cell.one) ?? ""),
      isolated(nameOf.get(cell.other) ?? ""),
      coefficientText(cell.value),
    );
  if (sorted.length === 1) return m.summaryOne(named(lowest));
  return m.summary(sorted.length, named(lowest), named(highest));
}

const isKnown =
  (enough: number) =>
  (cell: PairCell): cell is PairCell & { value: number } =>
    cell.value !== null && cell.units >= enough;

/** Give every pair that shares a claim as a row. */
export function pairsTable(pairs: Pairs, people: readonly Person[]): ChartTable {
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const decimal = { format: coefficientText };
  const { one, other, kappa, low, high, shared, percent, reads } = m.columns;
  return {
    columns: [
      { label: one },
      { label: other },
      { label: kappa, ...decimal },
      { label: low, ...decimal },
      { label: high, ...decimal },
      { label: percent, ...decimal },
      { label: shared },
      { label: reads },
    ],
    rows: pairs.cells.map((cell) => [
      nameOf.get(cell.one) ?? cell.one,
      nameOf.get(cell.other) ?? cell.other,
      cell.value,
      cell.interval?.low ?? null,
      cell.interval?.high ?? null,
      cell.percent_agreement,
      cell.units,
      cell.units < pairs.enough_shared ? m.tooFew : readingOf(cell),
    ]),
  };
}

function readingOf({ value, interval, status }: PairCell): string {
  if (value === null) return reasonText(status);
  return m.bands[landisKoch(value, interval?.se ?? null)];
}
