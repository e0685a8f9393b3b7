import type { InfiniteData } from "@tanstack/react-query";

type Entry = { id: string };
type Page<Item extends Entry> = { next: string | null; results: Item[] };
type Log<P> = InfiniteData<P>;

/** The entries of the newest page that a log does not show yet, by what it shows first. */
export function freshIn<Item extends Entry>(
  newest: Page<Item> | undefined,
  first: Entry | undefined,
): Item[] {
  if (!newest) return [];
  const at = first ? newest.results.findIndex(({ id }) => id === first.id) : -1;
  return at === -1 ? newest.results : newest.results.slice(0, at);
}

/** Whether more may be new than the newest page holds. */
export function isGap<Item extends Entry>(newest: Page<Item>, fresh: readonly Item[]): boolean {
  return newest.next !== null && fresh.length === newest.results.length;
}

/** Put what is new before a log; where there may be a gap between them, begin anew. */
export function withNewest<Item extends Entry, P extends Page<Item>>(
  log: Log<P>,
  newest: P,
): Log<P> {
  const [first, ...rest] = log.pages;
  const fresh = freshIn(newest, first?.results[0]);
  if (!first || isGap(newest, fresh)) return { pages: [newest], pageParams: [undefined] };
  const results = [...fresh, ...first.results];
  return { pages: [{ ...first, results }, ...rest], pageParams: log.pageParams };
}
