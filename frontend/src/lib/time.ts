import { locale as ours } from "./language";

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** Say how long ago `iso` was, as in "4 minutes ago". */
export function timeAgo(iso: string, now: number, locale = ours): string {
  const seconds = (Date.parse(iso) - now) / 1000;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  for (const [unit, length] of UNITS) {
    if (Math.abs(seconds) >= length) return format.format(Math.round(seconds / length), unit);
  }
  return format.format(0, "second");
}

/** Say briefly how long ago `iso` was, as in "4s ago"; steps of ten seconds keep it calm. */
export function shortAgo(iso: string, now: number, locale = ours): string {
  const seconds = Math.max(0, (now - Date.parse(iso)) / 1000);
  const format = new Intl.RelativeTimeFormat(locale, { style: "narrow" });
  for (const [unit, length] of UNITS) {
    if (seconds >= length) return format.format(-Math.floor(seconds / length), unit);
  }
  const step = seconds < 10 ? 1 : 10;
  return format.format(-Math.floor(seconds / step) * step, "second");
}

export function dateTime(iso: string, locale = ours): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(
    new Date(iso),
  );
}

export function date(iso: string, locale = ours): string {
  // A date without a time is the same day everywhere.
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(
    new Date(iso),
  );
}
