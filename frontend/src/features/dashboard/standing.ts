import type { Agreement, Figure, FigureStatus } from "@/api/types";
import { decimals } from "@/lib/numbers";

/** Krippendorff's own marks: conclusions are tentative from the first, reliable from the second. */
export const TENTATIVE = 0.667;
export const RELIABLE = 0.8;
const WORKER_LATE_MS = 60_000;

export type Band = "reliable" | "tentative" | "too_low" | "below_chance";

/** Say what an alpha allows; by the value itself, not by how it is rounded. */
export function bandOf(alpha: number): Band {
  if (alpha >= RELIABLE) return "reliable";
  if (alpha >= TENTATIVE) return "tentative";
  return alpha >= 0 ? "too_low" : "below_chance";
}

export type Undefined = Exclude<FigureStatus, "ok"> | "not_counted";
export type Kind = Band | Undefined;

export type Reading =
  | { kind: Band; value: number; figure: Figure }
  | { kind: Undefined; value: null; figure: Figure | null };

/** Read a figure: a value with its band, or the reason why there is none, or none yet. */
export function read(figure: Figure | undefined, isWaiting: boolean): Reading {
  if (!figure) return { kind: isWaiting ? "not_counted" : "no_data", value: null, figure: null };
  if (figure.value !== null) return { kind: bandOf(figure.value), value: figure.value, figure };
  return { kind: figure.status === "ok" ? "no_data" : figure.status, value: null, figure };
}

/** Write an alpha with two places, with three where two would put it into a higher band. */
export function alphaText(alpha: number): string {
  const isMisleading = bandOf(Math.round(alpha * 100) / 100) !== bandOf(alpha);
  return isMisleading ? decimals(Math.floor(alpha * 1000) / 1000, 3) : decimals(alpha);
}

/** Whether there is something to count and no worker was seen for a minute. */
export function isWorkerMissing(agreement: Agreement, now: number, isWaiting = false): boolean {
  if (!isWaiting && agreement.pending === 0 && !agreement.recomputation) return false;
  const seen = agreement.worker_seen_at;
  return seen === null || now - Date.parse(seen) > WORKER_LATE_MS;
}
