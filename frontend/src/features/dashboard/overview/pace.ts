import { figuresMessages } from "@/app/messages/figures";
import { count, decimals } from "@/lib/numbers";
import { date } from "@/lib/time";
import { dayNumber } from "@/parts/charts/days";
import type { OverviewFigures } from "@/parts/overview/queries";

const m = figuresMessages.overview.pace;

/** How many days ahead are shown at least, and how many times what lies behind at most. */
const AHEAD_DAYS = 60;
const AHEAD_TIMES = 2;

type Point = { day: number; total: number };

export type Pace = {
  /** All answers at the end of a day; from 0 on the day before the first. */
  saved: Point[];
  needed: number;
  /** From where the line of answers ends to where those needed are reached, or to the edge. */
  expected: Point | null;
  /** The corners of what lies between the earliest and the latest end. */
  range: Point[];
  first: number;
  /** The last day that is shown. */
  last: number;
};

type Given = Pick<OverviewFigures, "days" | "answers_needed" | "forecast">;

/**
 * Lay out answers by day as a line that rises, and on from there to the end that is forecast.
 *
 * @param today when this was counted: the forecast goes on from there, not from the last answers
 */
export function paceOf({ days, answers_needed: needed, forecast }: Given, today: string): Pace {
  const saved: Point[] = [];
  let total = 0;
  for (const { day, answers } of days) {
    const number = dayNumber(day);
    // Between days with answers nothing rises.
    if (saved.at(-1)?.day !== number - 1) saved.push({ day: number - 1, total });
    total += answers;
    saved.push({ day: number, total });
  }
  const first = saved[0]?.day ?? 0;
  const now = dayNumber(today);
  // Where only part of the answers count, nobody knows that none has come since.
  if (forecast && now > (saved.at(-1)?.day ?? now)) saved.push({ day: now, total });
  const newest = saved.at(-1) ?? { day: 0, total: 0 };
  const plain = { saved, needed, expected: null, range: [], first, last: newest.day };
  if (!forecast?.expected_on || needed <= newest.total) return plain;
  const end = dayNumber(forecast.expected_on);
  const latest = forecast.latest_on ? dayNumber(forecast.latest_on) : null;
  const earliest = forecast.earliest_on ? dayNumber(forecast.earliest_on) : null;
  const farthest = newest.day + Math.max(AHEAD_DAYS, AHEAD_TIMES * (newest.day - first));
  const wished = latest ?? (earliest === null ? end : end + (end - newest.day));
  const last = Math.max(newest.day + 1, Math.min(wished, farthest));
  const reach = (day: number | null) => cutOff(newest, day, needed, last);
  return {
    ...plain,
    last,
    expected: reach(end),
    range: earliest === null ? [] : rangeOf(newest, reach(earliest), reach(latest), needed),
  };
}

/** Where a line to all answers on `day` ends, at the latest on `last`; null is never. */
function cutOff(from: Point, day: number | null, needed: number, last: number): Point {
  if (day !== null && day <= last) return { day, total: needed };
  const share = day === null ? 0 : (last - from.day) / (day - from.day);
  return { day: last, total: from.total + share * (needed - from.total) };
}

function rangeOf(from: Point, earliest: Point, latest: Point, needed: number): Point[] {
  const isCut = earliest.total === needed && latest.total < needed;
  const corner = isCut ? [{ day: latest.day, total: needed }] : [];
  return [from, earliest, ...corner, latest];
}

/** Say how far the project is, and when it will be done. */
export function paceText(figures: Given & Pick<OverviewFigures, "answers">): string {
  const { answers, answers_needed: needed, days } = figures;
  return `${m.summary(answers, needed, days.length)} ${forecastText(figures)}`;
}

export function forecastText(given: Given & Pick<OverviewFigures, "answers">): string {
  const { answers, answers_needed: needed, forecast } = given;
  if (answers >= needed) return m.done;
  if (!forecast) return m.partial;
  const { left, per_day: rate, expected_on, earliest_on, latest_on } = forecast;
  if (!expected_on) return m.stalled(left);
  const perDay = rate < 10 ? decimals(rate, 1) : count(Math.round(rate));
  return `${m.at(perDay, date(expected_on))}${rangeText(earliest_on, latest_on)}.`;
}

function rangeText(earliest: string | null, latest: string | null): string {
  if (!earliest) return "";
  return latest ? m.between(date(earliest), date(latest)) : m.notBefore(date(earliest));
}
