import type { Choice } from "./choice";
import { fileOf, pathOf } from "./download";

/** Give the command that downloads the same file; the token is read from the environment. */
export function curlOf(origin: string, slug: string, choice: Choice): string {
  const parts = [
    `curl --fail -o ${fileOf(slug, choice)}`,
    '-H "Authorization: Bearer $ONRECORD_TOKEN"',
    // A query has no quote in it: URLSearchParams writes them as %27.
    `'${origin}${pathOf(slug, choice)}'`,
  ];
  return parts.join(" \\\n  ");
}

export const LIBRARIES = ["pandas", "polars", "datasets"] as const;
export type Library = (typeof LIBRARIES)[number];

const LINES: Record<"jsonl" | "parquet", Record<Library, (file: string) => string>> = {
  jsonl: {
    pandas: (file) => `import pandas as pd\nrows = pd.read_json("${file}", lines=True)`,
    // Of JSON lines it guesses the types, and fails later where the first rows are null.
    polars: (file) =>
      `import polars as pl\nrows = pl.read_ndjson("${file}", infer_schema_length=None)`,
    datasets: (file) => datasetsLine("json", file),
  },
  parquet: {
    pandas: (file) => `import pandas as pd\nrows = pd.read_parquet("${file}")`,
    polars: (file) => `import polars as pl\nrows = pl.read_parquet("${file}")`,
    datasets: (file) => datasetsLine("parquet", file),
  },
};

const datasetsLine = (kind: string, file: string) =>
  `from datasets import load_dataset\nrows = load_dataset("${kind}", data_files="${file}", split="train")`;

/** Give the lines of Python that read the downloaded file; null for what is read otherwise. */
export function pythonOf(slug: string, choice: Choice, library: Library): string | null {
  const { format } = choice;
  if (format !== "jsonl" && format !== "parquet") return null;
  return LINES[format][library](fileOf(slug, choice));
}
