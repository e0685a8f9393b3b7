import { locale as ours } from "@/lib/language";

const DAY_MS = 86_400_000;
/** How many days apart what is written below a chart may be. */
const STEPS = [1, 2, 7, 14, 28, 56, 91, 182, 364, 728];

/** Give the number of a day (UTC), "2026-05-04", to count with. */
export function dayNumber(iso: string): number {
  return Math.floor(Date.parse(iso) / DAY_MS);
}

/** Give the day of a number, "2026-05-04". */
export function dayOf(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** Give evenly spaced days from `first` to `last`, both numbers, at most `most` of them. */
export function dayTicks(first: number, last: number, most: number): number[] {
  const step = STEPS.find((one) => Math.floor((last - first) / one) < most) ?? last - first + 1;
  return Array.from(
    { length: Math.floor((last - first) / step) + 1 },
    (_, at) => first + at * step,
  );
}

/** Write a day without its year, as in "May 4". */
export function shortDay(iso: string, locale = ours): string {
  const format = { month: "short", day: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(locale, format).format(new Date(iso));
}

/** Write a month, "2026-05", as in "May 2026". */
export function monthName(month: string, locale = ours): string {
  const format = { month: "short", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(locale, format).format(new Date(month));
}
