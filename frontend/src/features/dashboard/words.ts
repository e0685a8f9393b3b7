import type { Agreement, Alarm, Interval } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { bare, decimals, percent, probability } from "@/lib/numbers";
import { dateTime } from "@/lib/time";
import { alphaText, isWorkerMissing, type Reading } from "./standing";

const m = leadMessages.dashboard;
/** The server counts no further. */
const MOST_PENDING = 100_000;

/** Say in large what a reading is: its value, or that there is none. */
export function headlineOf(reading: Reading): string {
  if (reading.value !== null) return alphaText(reading.value);
  return reading.kind === "no_variation" ? m.undefined : m.notYet;
}

/**
 * Say what a value allows, or why there is none; `claims` are all of the project.
 *
 * `isAnyLeftOut`: there are answers that do not count.
 */
export function meaningOf(reading: Reading, claims: number, isAnyLeftOut = false): string {
  if (reading.value !== null) return m.bands[reading.kind];
  const { kind, figure } = reading;
  switch (kind) {
    case "no_data":
      return isAnyLeftOut ? m.reasons.left_out : m.reasons.no_data(claims);
    case "insufficient_raters":
      return m.reasons.insufficient_raters(figure?.units ?? 0, claims);
    case "no_pairable_units":
      return m.reasons.no_pairable_units(figure?.units ?? 0, figure?.annotators ?? 0);
    case "no_variation":
      return m.reasons.no_variation(percent(figure?.percent_agreement ?? 1));
    case "not_counted":
    case "single_unit":
    case "single_article":
      return m.reasons[kind];
  }
}

/** Say how far the value may be off, or why nobody can tell; null without a value. */
export function intervalOf({ value, figure }: Reading): string | null {
  if (value === null) return null;
  const { interval } = figure;
  const ends = endsOf(interval, alphaText);
  if (!interval || !ends) return m.noInterval[interval?.status ?? "ok"];
  return m.interval(...ends, m.intervalOf[interval.method](interval.n));
}

/** Say how probable Krippendorff's marks are; null where nobody can tell. */
export function probabilityOf({ value, figure }: Reading): string | null {
  if (value === null) return null;
  const { tentative, reliable } = figure.at_least;
  if (tentative === null || reliable === null) return null;
  return m.atLeast(probability(tentative), probability(reliable));
}

/** Say in words what the bar shows. */
export function barTextOf(reading: Reading): string {
  const interval = intervalOf(reading);
  return interval === null ? m.barEmpty : m.bar(headlineOf(reading), interval);
}

/** Say of what an alpha is; null where nothing could be compared. */
export function basisOf({ figure }: Reading): string | null {
  if (!figure || figure.pairable_units === 0) return null;
  return m.basis(figure.pairable_units, figure.annotators);
}

/** Say the percent agreement, unless the reason for having no alpha has said it already. */
export function percentAgreementOf({ figure, value }: Reading): string | null {
  if (value === null || figure.percent_agreement === null) return null;
  return m.percentAgreement(percent(figure.percent_agreement));
}

/** Say Gwet's coefficient, AC1 or with weights AC2; null if it is undefined. */
export function gwetOf({ figure }: Reading): string | null {
  const gwet = figure?.others.gwet_ac;
  if (!figure || !gwet || gwet.value === null) return null;
  const said = [m.gwet[figure.weights], bare(decimals(gwet.value))] as const;
  const ends = endsOf(gwet.interval, decimals);
  return ends ? m.otherWithin(...said, ...ends) : m.other(...said);
}

/** Say what should keep a reader from trusting the figure too far. */
export function cautionsOf({ figure }: Reading): string[] {
  if (!figure) return [];
  const said = figure.cautions.map((caution) => m.cautions[caution]);
  return figure.prevalence_note ? [m.prevalence(m.gwet[figure.weights]), ...said] : said;
}

function endsOf(
  interval: Interval | null,
  write: (value: number) => string,
): [low: string, high: string] | null {
  if (!interval || interval.low === null || interval.high === null) return null;
  return [bare(write(interval.low)), bare(write(interval.high))];
}

export type LiveState = {
  kind: "counted" | "pending" | "recomputing" | "no_worker" | "unreachable";
  text: string;
};

/**
 * Say whether the figures hold all that is saved; `now` by the server's clock.
 *
 * `isWaiting`: something else waits to be counted.
 */
export function liveStateOf(
  agreement: Agreement,
  now: number,
  isReached: boolean,
  isWaiting = false,
): LiveState {
  const { pending, recomputation, worker_seen_at } = agreement;
  if (!isReached) return { kind: "unreachable", text: m.live.unreachable };
  if (isWorkerMissing(agreement, now, isWaiting)) {
    return {
      kind: "no_worker",
      text: worker_seen_at ? absence(worker_seen_at, now) : m.live.noWorkerEver,
    };
  }
  if (recomputation) return { kind: "recomputing", text: countingAnew(agreement) };
  if (pending >= MOST_PENDING) return { kind: "pending", text: m.live.pendingMany(pending) };
  if (pending > 0) return { kind: "pending", text: m.live.pending(pending) };
  return { kind: "counted", text: m.live.counted };
}

function absence(seenAt: string, now: number): string {
  return m.live.noWorker(Math.floor((now - Date.parse(seenAt)) / 60_000));
}

function countingAnew({ recomputation, report }: Agreement): string {
  const { blocks, blocks_done: done } = recomputation ?? { blocks: 0, blocks_done: 0 };
  const progress = blocks === 0 ? m.live.recomputingAll : m.live.recomputing(done, blocks);
  return report ? `${progress} ${m.live.fromBefore}` : progress;
}

/** Say what happened, and then what is kept and what to do. */
export function alarmWords({ kind, detail, raised_at }: Alarm): { title: string; text: string } {
  const { title, text } = m.alarms[kind];
  return { title: title(dateTime(raised_at)), text: text(detail) };
}
