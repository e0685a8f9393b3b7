import type { ArticleImport } from "@/api/types";

const LIVE_MS = 1000;
const LONGEST_MS = 30_000;

export function isLive({ state }: Pick<ArticleImport, "state">): boolean {
  return state === "waiting" || state === "running";
}

/** Say in how many milliseconds to ask again after `failures` in a row; false for not at all. */
export function pauseAfter(known: ArticleImport | undefined, failures: number): number | false {
  if (failures > 0) return Math.min(LIVE_MS * 2 ** failures, LONGEST_MS);
  return known && isLive(known) ? LIVE_MS : false;
}
