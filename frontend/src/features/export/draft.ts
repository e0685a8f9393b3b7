import { exportMessages } from "@/app/messages/export";
import { wholeNumber } from "@/lib/typed";
import type { Filters } from "./choice";
import type { SnapshotOptions, SplitName, SplitsBy } from "./types";
import { filtersFor, SPLIT_NAMES } from "./words";

const m = exportMessages.form;

/** What is asked for, as it is typed. Parquet is in every snapshot. */
export type Draft = {
  jsonl: boolean;
  csv: boolean;
  text: boolean;
  isSplit: boolean;
  /** In percent. */
  shares: Record<SplitName, string>;
  by: SplitsBy;
  seed: string;
  similarity: string;
};

export const FIRST: Draft = {
  jsonl: false,
  csv: false,
  text: false,
  isSplit: true,
  shares: { train: "80", validation: "10", test: "10" },
  by: "article",
  seed: "0",
  similarity: "50",
};

const LARGEST_SEED = 2 ** 31 - 1;
const LEAST_SIMILARITY = 30;

export type Problems = { shares?: string; seed?: string; similarity?: string };

/** Say what is wrong with what was typed; nothing if all is well. */
export function problemsOf({ isSplit, shares, seed, similarity }: Draft): Problems {
  if (!isSplit) return {};
  const parts = sharesIn(shares);
  const sum = parts && SPLIT_NAMES.reduce((total, name) => total + parts[name], 0);
  return {
    ...(!parts && { shares: m.sharesNumbers }),
    ...(parts && sum !== 100 && { shares: m.sharesSum(sum ?? 0) }),
    ...(parts && sum === 100 && parts.train === 0 && { shares: m.sharesTrain }),
    ...(wholeNumber(seed, 0, LARGEST_SEED) === undefined && { seed: m.seedNumber }),
    ...(wholeNumber(similarity, LEAST_SIMILARITY, 100) === undefined && {
      similarity: m.similarityNumber,
    }),
  };
}

/** Give the shares in percent; null if one of them is no whole number up to 100. */
export function sharesIn(shares: Draft["shares"]): Record<SplitName, number> | null {
  const [train, validation, test] = SPLIT_NAMES.map((name) => wholeNumber(shares[name], 0, 100));
  if (train === undefined || validation === undefined || test === undefined) return null;
  return { train, validation, test };
}

/** Give what is typed as the API takes it; null where something is wrong with it. */
export function optionsOf(draft: Draft, filters: Filters): SnapshotOptions | null {
  if (Object.keys(problemsOf(draft)).length > 0) return null;
  const { jsonl, csv, text, isSplit, shares, by, seed, similarity } = draft;
  const parts = sharesIn(shares);
  return {
    filters: filtersFor(filters),
    formats: ["parquet", ...(jsonl ? ["jsonl" as const] : []), ...(csv ? ["csv" as const] : [])],
    text,
    splits:
      isSplit && parts
        ? {
            by,
            seed: Number(seed),
            similarity: Number(similarity) / 100,
            shares: {
              train: parts.train / 100,
              validation: parts.validation / 100,
              test: parts.test / 100,
            },
          }
        : null,
  };
}
