import type { Agreement } from "@/api/types";
import { messages } from "@/app/messages";
import { percent } from "@/lib/numbers";
import { alphaText, isWorkerMissing, type Reading } from "./standing";

const m = messages.dashboard;

/** Say in large what a reading is: its value, or that there is none. */
export function headlineOf(reading: Reading): string {
  if (reading.value !== null) return alphaText(reading.value);
  return reading.kind === "no_variation" ? m.undefined : m.notYet;
}

/** Say what a value allows, or why there is none; `claims` are all of the project. */
export function meaningOf(reading: Reading, claims: number): string {
  if (reading.value !== null) return m.bands[reading.kind];
  const { kind, figure } = reading;
  switch (kind) {
    case "no_data":
      return m.reasons.no_data(claims);
    case "not_counted":
      return m.reasons.not_counted;
    case "insufficient_raters":
      return m.reasons.insufficient_raters(figure?.units ?? 0, claims);
    case "no_pairable_units":
      return m.reasons.no_pairable_units(figure?.units ?? 0, figure?.annotators ?? 0);
    case "no_variation":
      return m.reasons.no_variation(percent(figure?.percent_agreement ?? 1));
  }
}

/** Say of what an alpha is; null where nothing could be compared. */
export function basisOf({ figure }: Reading): string | null {
  if (!figure || figure.pairable_units === 0) return null;
  return m.basis(figure.pairable_units, figure.annotators);
}

/** Say the percent agreement, unless the reason for having no alpha has said it already. */
export function percentAgreementOf({ figure, value }: Reading): string | null {
  if (value === null || !figure || figure.percent_agreement === null) return null;
  return m.percentAgreement(percent(figure.percent_agreement));
}

export type LiveState = {
  kind: "counted" | "pending" | "no_worker" | "unreachable";
  text: string;
};

/** Say whether the figures hold all that is saved; `now` by the server's clock. */
export function liveStateOf(agreement: Agreement, now: number, isReached: boolean): LiveState {
  const { pending, worker_seen_at } = agreement;
  if (!isReached) return { kind: "unreachable", text: m.live.unreachable };
  if (isWorkerMissing(agreement, now)) {
    return {
      kind: "no_worker",
      text: worker_seen_at ? absence(worker_seen_at, now) : m.live.noWorkerEver,
    };
  }
  if (pending > 0) return { kind: "pending", text: m.live.pending(pending) };
  return { kind: "counted", text: m.live.counted };
}

function absence(seenAt: string, now: number): string {
  return m.live.noWorker(Math.floor((now - Date.parse(seenAt)) / 60_000));
}
