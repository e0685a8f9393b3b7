import { count } from "@/lib/numbers";

export type Cell = string | number | null;

export type Column = {
  label: string;
  /** How a number is written on the screen; files get it as it is. */
  format?: (value: number) => string;
};

/** What a chart shows, in rows: the first cell of each names it. */
export type ChartTable = {
  columns: readonly Column[];
  rows: readonly (readonly Cell[])[];
};

/** Write a cell as the screen shows it. */
export function cellText(cell: Cell, column: Column | undefined): string {
  if (cell === null) return "–";
  if (typeof cell === "string") return cell;
  return (column?.format ?? count)(cell);
}

/** Write a table as CSV (RFC 4180); no text of it begins a formula in a spreadsheet. */
export function csvOf({ columns, rows }: ChartTable): string {
  const lines = [columns.map(({ label }) => label), ...rows];
  return lines.map((line) => `${line.map(field).join(",")}\r\n`).join("");
}

const BEGINS_A_FORMULA = /^ *[=+\-@\t\r\n＝＋－＠]/;

function field(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = BEGINS_A_FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Letters of scripts that run from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Keep a name in a chart's summary from turning round what stands beside it. */
export function isolated(name: string): string {
  return RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name;
}
