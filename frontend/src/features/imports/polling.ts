import type { ArticleImport } from "@/api/types";

export function isLive({ state }: Pick<ArticleImport, "state">): boolean {
  return state === "waiting" || state === "running";
}
