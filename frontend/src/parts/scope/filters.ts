/** Which answers a reader wants to see figures of, and how their labels count. */
export type Filters = {
  /** Days (UTC, as in "2026-05-04"), both included. */
  since: string | null;
  until: string | null;
  /** Of the guidelines, by number. */
  revisions: readonly number[];
  /** By id. */
  annotators: readonly number[];
  /** As the articles have it; "" is that of articles without. */
  outlets: readonly string[];
  /** Whether each source type counts as the one that it maps to. */
  labels: "full" | "collapsed";
};

export const NO_FILTERS: Filters = {
  since: null,
  until: null,
  revisions: [],
  annotators: [],
  outlets: [],
  labels: "full",
};

/** The server takes no more of one kind. */
const MOST = 500;
const LONGEST_OUTLET = 200;

/** Read the filters from a query string; what is no filter, or no sense, is left out. */
export function filtersOf(search: string): Filters {
  const query = new URLSearchParams(search);
  const [since, until] = [dayOf(query.get("since")), dayOf(query.get("until"))];
  const isBackwards = since !== null && until !== null && since > until;
  return {
    since,
    until: isBackwards ? null : until,
    revisions: numbersOf(query.getAll("revision")),
    annotators: numbersOf(query.getAll("annotator")),
    outlets: unique(query.getAll("outlet").filter(isOutlet)).sort(),
    labels: query.get("labels") === "collapsed" ? "collapsed" : "full",
  };
}

/** Write filters as a query string, "?" included; nothing if nothing is filtered. */
export function searchOf(filters: Filters): string {
  const query = new URLSearchParams();
  if (filters.since) query.set("since", filters.since);
  if (filters.until) query.set("until", filters.until);
  for (const number of filters.revisions) query.append("revision", `${number}`);
  for (const id of filters.annotators) query.append("annotator", `${id}`);
  for (const outlet of filters.outlets) query.append("outlet", outlet);
  if (filters.labels === "collapsed") query.set("labels", "collapsed");
  return query.size > 0 ? `?${query}` : "";
}

/** Whether some answers are left out, so that a selection has to be counted. */
export function isSelective({ since, until, ...chosen }: Filters): boolean {
  if (since !== null || until !== null) return true;
  return [chosen.revisions, chosen.annotators, chosen.outlets].some((some) => some.length > 0);
}

/** Two different answers in the query string: the disputed claims are those on which both were given. */
export type Between = readonly [one: string, other: string];

export function betweenOf(search: string): Between | null {
  const [one, other, ...more] = new URLSearchParams(search).get("between")?.split(",") ?? [];
  return one && other && one !== other && more.length === 0 ? [one, other] : null;
}

/** Add the two to the filters in a query string. */
export function betweenSearch(search: string, one: string, other: string): string {
  const query = new URLSearchParams(search);
  query.set("between", `${one},${other}`);
  return `?${query}`;
}

export function dayOf(text: string | null): string | null {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const time = Date.parse(text);
  // February 30 would be read as a day of March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : null;
}

export function numbersOf(texts: readonly string[]): number[] {
  const numbers = texts.filter((text) => /^[1-9]\d{0,8}$/.test(text)).map(Number);
  return unique(numbers).sort((a, b) => a - b);
}

/** Whether the server takes it for an outlet: neither too long, nor with a character of no text. */
export const isOutlet = (text: string) =>
  [...text].length <= LONGEST_OUTLET && !text.includes("\0");

export const unique = <Value>(values: readonly Value[]) => [...new Set(values)].slice(0, MOST);
