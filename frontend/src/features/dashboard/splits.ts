import type { Project, SourceType } from "@/api/types";
import { figuresMessages } from "@/app/messages/figures";
import { locale } from "@/lib/language";
import { percent } from "@/lib/numbers";
import type { ChartTable } from "@/parts/charts/table";
import { type TypeColor, typeColor } from "@/ui/TypeMark";
import type { Labels } from "./panelQueries";

const m = figuresMessages.splits;

export type Label = { key: string; name: string; color: TypeColor };

/** Give a label's name and color; also those that are archived, by their key at least. */
export function labelOf(key: string, project: Project): Label {
  const type = typesOf(project).find((one) => one.key === key);
  return { key, name: type?.name ?? key, color: typeColor(type?.color ?? "") };
}

type Named = Pick<SourceType, "key" | "name" | "color">;

const typesOf = (project: Project): readonly Named[] => [
  ...project.source_types,
  ...project.archived_source_types,
];

/** From this share of a row on, a cell takes the next of the four shades. */
const SHADES = [0.05, 0.1, 0.2];

export const shadeOf = (share: number) => SHADES.filter((from) => share >= from).length;

/** Answers that meet: whole where they are, as two of three who agree are counted by half. */
const halves = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });

export const metText = (met: number) => halves.format(met);

export type Split = { one: Label; other: Label; met: number; share: number; back: number };

/** The two different labels that meet most often, with the shares of the peers of each. */
export function widestOf(labels: readonly Label[], { confusion }: Labels): Split | null {
  let widest: Split | null = null;
  for (const [row, { coincidences, shares }] of confusion.entries()) {
    for (const [column, met] of coincidences.slice(0, row).entries()) {
      const [one, other] = [labels[row], labels[column]];
      if (!one || !other || met <= (widest?.met ?? 0)) continue;
      const [share = 0, back = 0] = [shares?.[column], confusion[column]?.shares?.[row]];
      widest = { one, other, met, share, back };
    }
  }
  return widest;
}

export function splitsSummary(widest: Split | null): string {
  if (!widest) return m.allAgree;
  const { one, other, share, back } = widest;
  return m.summary(one.name, other.name, percent(share), percent(back));
}

export function splitsTable(labels: readonly Label[], { confusion }: Labels): ChartTable {
  const { answer, peer, share, met } = m.columns;
  return {
    columns: [
      { label: answer },
      { label: peer },
      { label: share, format: percent },
      { label: met, format: metText },
    ],
    rows: confusion.flatMap(({ shares, coincidences }, row) =>
      labels.map((other, column) => [
        labels[row]?.name ?? "",
        other.name,
        shares?.[column] ?? null,
        coincidences[column] ?? null,
      ]),
    ),
  };
}
