import { exportMessages } from "@/app/messages/export";
import { figuresMessages } from "@/app/messages/figures";
import { locale } from "@/lib/language";
import { count, percent } from "@/lib/numbers";
import { periodText } from "@/parts/filters/PeriodFilter";
import { type Filters, NO_FILTERS } from "./choice";
import type { Snapshot, SnapshotFilters, SplitName, Splits } from "./types";

const m = exportMessages.snapshots;
const f = figuresMessages.filters;
const NAMED = 3;

export const SPLIT_NAMES: readonly SplitName[] = ["train", "validation", "test"];

/** Say what a split is called, and what there is without any. */
export function splitName(name: string): string {
  const { names } = exportMessages.form;
  return Object.hasOwn(names, name) ? names[name as SplitName] : m.whole;
}

/** Say how large a file is. */
export function sizeText(bytes: number): string {
  const [unit, size] =
    bytes < 1000
      ? (["byte", 1] as const)
      : bytes < 1_000_000
        ? (["kilobyte", 1000] as const)
        : bytes < 1_000_000_000
          ? (["megabyte", 1e6] as const)
          : (["gigabyte", 1e9] as const);
  const value = bytes / size;
  const format = new Intl.NumberFormat(locale, {
    style: "unit",
    unit,
    unitDisplay: unit === "byte" ? "long" : "short",
    maximumFractionDigits: value < 10 && unit !== "byte" ? 1 : 0,
  });
  return format.format(value);
}

/** The beginning of a digest, by which people tell one from another. */
export const shortDigest = (digest: string) => digest.slice(0, 12);

/** Say which answers count, a part a filter; nothing if all do. */
function filterTexts(filters: Filters): string[] {
  const { since, until, revisions, annotators, outlets, decided, minVotes } = filters;
  return [
    since || until ? periodText({ since, until }) : "",
    revisions.length > 0 ? m.revisions(listed(revisions.map(String))) : "",
    annotators.length > 0 ? m.annotators(listed(annotators)) : "",
    outlets.length > 0 ? m.outlets(listed(outlets.map((outlet) => outlet || f.noOutlet))) : "",
    decided ? m.decided : "",
    minVotes > 0 ? m.minVotes(minVotes) : "",
  ].filter(Boolean);
}

/** Say which answers count, in one line. */
export function filtersText(filters: Filters): string {
  const said = filterTexts(filters);
  return said.length > 0 ? m.someAnswers(said.join(" · ")) : m.allAnswers;
}

/** Give the filters of a snapshot as those of the form. */
export function filtersIn({ min_votes = 0, ...given }: SnapshotFilters = {}): Filters {
  return { ...NO_FILTERS, ...given, minVotes: min_votes };
}

/** Give the filters of the form as a snapshot takes them. */
export function filtersFor(filters: Filters): SnapshotFilters {
  const { since, until, revisions, annotators, outlets, decided, minVotes } = filters;
  return {
    ...(since && { since }),
    ...(until && { until }),
    ...(revisions.length > 0 && { revisions: [...revisions] }),
    ...(annotators.length > 0 && { annotators: [...annotators] }),
    ...(outlets.length > 0 && { outlets: [...outlets] }),
    ...(decided && { decided }),
    ...(minVotes > 0 && { min_votes: minVotes }),
  };
}

/** Say how a snapshot is split, as it was asked for. */
export function splitsText(splits: Splits | null | undefined): string {
  if (!splits) return m.noSplits;
  const shares = SPLIT_NAMES.map((name) => splits.shares?.[name] ?? 0)
    .filter((share) => share > 0)
    .map(percent);
  return m.splits[splits.by ?? "article"](shares.join(" / "));
}

/** Say how a snapshot is split: as it came out, once it is done. */
export function reachedText(snapshot: Snapshot): string {
  const { options, files, claims } = snapshot;
  const reached = SPLIT_NAMES.flatMap((name) => {
    const rows = files.find((file) => file.name === `data/claims/${name}.parquet`)?.rows;
    return rows && claims ? [m.reached(m.splitNames[name], percent(rows / claims))] : [];
  });
  if (!options.splits || reached.length === 0) return splitsText(options.splits);
  return m.splits[options.splits.by ?? "article"](reached.join(", "));
}

/** Say what is being done, and how far it is. */
export function stepText({ state, step, done, total }: Snapshot): string {
  if (state === "waiting") return m.soon;
  const what = Object.hasOwn(m.steps, step) ? m.steps[step as keyof typeof m.steps] : m.working;
  return total === null || total === 0 ? what : m.doneOf(what, done, total);
}

/** Name the first few of many. */
function listed(names: readonly string[]): string {
  const more = names.length - NAMED;
  const shown = names.slice(0, NAMED).join(", ");
  return more > 0 ? m.andMore(shown, count(more)) : shown;
}
