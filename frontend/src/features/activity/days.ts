import { peopleMessages } from "@/app/messages/people";
import { locale as ours } from "@/lib/language";

const m = peopleMessages.activity;

type Moment = { at: string };
export type Day<Entry> = { name: string; entries: Entry[] };

/** Group entries, in their order, by the reader's days. */
export function byDay<Entry extends Moment>(
  entries: readonly Entry[],
  now: number,
  locale = ours,
): Day<Entry>[] {
  const full = new Intl.DateTimeFormat(locale, { dateStyle: "full" });
  const today = full.format(now);
  const yesterday = full.format(dayBefore(now));
  const days: Day<Entry>[] = [];
  let last = "";
  for (const entry of entries) {
    const date = full.format(new Date(entry.at));
    if (date !== last) {
      last = date;
      const relative = { [today]: m.today(date), [yesterday]: m.yesterday(date) };
      days.push({ name: relative[date] ?? date, entries: [] });
    }
    days.at(-1)?.entries.push(entry);
  }
  return days;
}

export function clock(iso: string, locale = ours): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: "short" }).format(new Date(iso));
}

function dayBefore(now: number): Date {
  const day = new Date(now);
  day.setDate(day.getDate() - 1);
  return day;
}
