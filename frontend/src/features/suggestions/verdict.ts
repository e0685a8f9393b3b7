import type { LearnedFigures } from "@/api/types";

export type Verdict = "better" | "worse" | "same" | "equal";

/** Say what a difference comes to: only an interval without zero is one. */
export function verdictOf({ value, low, high }: LearnedFigures["gain"]): Verdict {
  if (value === 0 && low === 0 && high === 0) return "equal";
  if (low > 0) return "better";
  return high < 0 ? "worse" : "same";
}
