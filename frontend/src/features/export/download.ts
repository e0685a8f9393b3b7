import { type Choice, filterQuery, writeOptions } from "./choice";

const ENDINGS = { none: "", gzip: ".gz", zstd: ".zst" } as const;

type What = Pick<Choice, "rows" | "format">;

/** What the API calls the stream of a choice. */
const streamOf = ({ rows, format }: What) =>
  format === "conll" ? "tokens.conll" : `${rows}.${format}`;

/** Whether the article's text can be asked for: in rows of claims. */
export const takesText = ({ rows, format }: What) =>
  rows === "claims" && format !== "jsonld" && format !== "conll";

/** Whether annotators can be named. */
export const takesNames = ({ rows }: What) => rows === "annotations";

/** Whether the file can be packed from outside; Parquet is within. */
export const takesCompression = ({ format }: What) => format !== "parquet";

/** Give the path and query by which the API streams what is chosen. */
export function pathOf(slug: string, choice: Choice): string {
  const query = filterQuery(choice);
  writeOptions(query, {
    text: choice.text && takesText(choice),
    names: choice.names && takesNames(choice),
    compress: compressionOf(choice),
  });
  const path = `/api/v1/projects/${slug}/export/${streamOf(choice)}`;
  return query.size > 0 ? `${path}?${query}` : path;
}

/** What the downloaded file is called. */
export function fileOf(slug: string, choice: Choice): string {
  return `${slug}-${streamOf(choice)}${ENDINGS[compressionOf(choice)]}`;
}

const compressionOf = (choice: Choice) => (takesCompression(choice) ? choice.compress : "none");
