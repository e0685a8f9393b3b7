/** What is in the files that a lead gives: one article, a table of them, or many articles. */
export type Given =
  | { kind: "article"; file: File }
  | { kind: "table"; file: File }
  | { kind: "files"; files: readonly File[] };

export type Refused =
  | "empty"
  | "too_many"
  | "table_among_files"
  | "too_large"
  | "too_large_together";

const MB = 1_000_000;
const ARTICLE_BYTES = 20 * MB;
const TOGETHER_BYTES = 100 * MB;
const FILES = 100;

const ARTICLES = [".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf"];
const TABLES = [".csv", ".tsv", ".jsonl", ".ndjson"];

export const ACCEPTED = [...ARTICLES, ...TABLES].join(",");

/** Say what is to be done with `files`; what the server would refuse is not even sent. */
export function sortOut(files: readonly File[]): Given | Refused {
  const [file] = files;
  const size = files.reduce((sum, one) => sum + one.size, 0);
  if (files.some((one) => one.size === 0)) return "empty";
  if (file && files.length === 1) {
    if (isTable(file)) return size > TOGETHER_BYTES ? "too_large" : { kind: "table", file };
    return size > ARTICLE_BYTES ? "too_large" : { kind: "article", file };
  }
  if (files.some(isTable)) return "table_among_files";
  if (files.length > FILES) return "too_many";
  return size > TOGETHER_BYTES ? "too_large_together" : { kind: "files", files };
}

function isTable({ name }: File): boolean {
  return TABLES.some((ending) => name.toLowerCase().endsWith(ending));
}
