import { dayOf, isOutlet, numbersOf, unique } from "@/parts/scope/filters";

/** Which answers count in an export. */
export type Filters = {
  /** Days (UTC, as in "2026-05-04"), both included. */
  since: string | null;
  until: string | null;
  /** Of the guidelines, by number. */
  revisions: readonly number[];
  /** By their codes in the project. */
  annotators: readonly string[];
  /** As the articles have it; "" is that of articles without. */
  outlets: readonly string[];
  decided: boolean;
  /** Of a claim; 0 for any number. */
  minVotes: number;
};

export const FORMATS = {
  claims: ["jsonl", "csv", "parquet", "jsonld", "conll"],
  annotations: ["jsonl", "csv", "parquet"],
} as const;
export const COMPRESSIONS = ["none", "gzip", "zstd"] as const;

/** What formats and compressions are called, in every language. */
export const NAMES = {
  jsonl: "JSONL",
  csv: "CSV",
  parquet: "Parquet",
  jsonld: "Web Annotation",
  conll: "CoNLL",
  gzip: "gzip",
  zstd: "zstd",
} as const;

/** Of what there is one row each. */
export type Rows = keyof typeof FORMATS;
export type Format = (typeof FORMATS)[Rows][number];
export type Compression = (typeof COMPRESSIONS)[number];

/** What is downloaded; it lives in the address. */
export type Choice = Filters & {
  rows: Rows;
  format: Format;
  text: boolean;
  names: boolean;
  compress: Compression;
};

export const NO_FILTERS: Filters = {
  since: null,
  until: null,
  revisions: [],
  annotators: [],
  outlets: [],
  decided: false,
  minVotes: 0,
};

export const DEFAULT: Choice = {
  ...NO_FILTERS,
  rows: "claims",
  format: "jsonl",
  text: false,
  names: false,
  compress: "none",
};

export const MOST_VOTES = 1000;

/** Read a choice from a query string; what makes no sense there is left out. */
export function choiceOf(search: string, isLead: boolean): Choice {
  const query = new URLSearchParams(search);
  const rows = query.get("rows") === "annotations" ? "annotations" : "claims";
  const [since, until] = [dayOf(query.get("since")), dayOf(query.get("until"))];
  const isBackwards = since !== null && until !== null && since > until;
  return {
    rows,
    format: formatFor(rows, query.get("format")),
    since,
    until: isBackwards ? null : until,
    revisions: numbersOf(query.getAll("revisions")),
    annotators: unique(query.getAll("annotators").filter(isCode)).sort(),
    outlets: unique(query.getAll("outlets").filter(isOutlet)).sort(),
    decided: query.get("decided") === "true",
    minVotes: votesOf(query.get("min_votes")),
    text: query.get("text") === "true",
    names: isLead && query.get("names") === "true",
    compress: COMPRESSIONS.find((one) => one === query.get("compress")) ?? "none",
  };
}

/** Write a choice as a query string, "?" included; nothing if all is as it is by default. */
export function searchOf(choice: Choice): string {
  const query = filterQuery(choice);
  if (choice.rows !== DEFAULT.rows) query.set("rows", choice.rows);
  if (choice.format !== DEFAULT.format) query.set("format", choice.format);
  writeOptions(query, choice);
  return query.size > 0 ? `?${query}` : "";
}

/** The filters as the API takes them. */
export function filterQuery(filters: Filters): URLSearchParams {
  const query = new URLSearchParams();
  if (filters.since) query.set("since", filters.since);
  if (filters.until) query.set("until", filters.until);
  for (const number of filters.revisions) query.append("revisions", `${number}`);
  for (const code of filters.annotators) query.append("annotators", code);
  for (const outlet of filters.outlets) query.append("outlets", outlet);
  if (filters.decided) query.set("decided", "true");
  if (filters.minVotes > 0) query.set("min_votes", `${filters.minVotes}`);
  return query;
}

/** Add what is not a filter, as the API takes it. */
export function writeOptions(
  query: URLSearchParams,
  { text, names, compress }: Pick<Choice, "text" | "names" | "compress">,
): void {
  if (text) query.set("text", "true");
  if (names) query.set("names", "true");
  if (compress !== "none") query.set("compress", compress);
}

/** Give the format that is asked for, or the first if there is none such for these rows. */
export function formatFor(rows: Rows, wanted: string | null): Format {
  return FORMATS[rows].find((format) => format === wanted) ?? FORMATS[rows][0];
}

export function isFiltered(filters: Filters): boolean {
  return filterQuery(filters).size > 0;
}

const isCode = (text: string) => /^[a-z0-9]{1,12}$/.test(text);

function votesOf(text: string | null): number {
  const votes = text && /^\d{1,4}$/.test(text) ? Number(text) : 0;
  return Math.min(votes, MOST_VOTES);
}
