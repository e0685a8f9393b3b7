/** What of the log is asked for; what is empty asks for everything. It lives in the address. */
export type Filter = { kind: Group | ""; actor: string; since: string; until: string };

export const GROUPS = [
  "answers",
  "articles",
  "people",
  "guidelines",
  "settings",
  "exports",
] as const;
export type Group = (typeof GROUPS)[number];

export const EVERYTHING: Filter = { kind: "", actor: "", since: "", until: "" };

/** Read a filter out of an address; what makes no sense there is left out. */
export function readFilter(search: string): Filter {
  const given = new URLSearchParams(search);
  const kind = GROUPS.find((group) => group === given.get("kind")) ?? "";
  return {
    kind,
    actor: matching(given.get("actor"), /^[1-9]\d{0,9}$/),
    since: matching(given.get("since"), /^\d{4}-\d\d-\d\d$/),
    until: matching(given.get("until"), /^\d{4}-\d\d-\d\d$/),
  };
}

/** Write a filter as the query of an address; empty if it asks for everything. */
export function writeFilter(filter: Filter): string {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value)).toString();
}

/** A filter as the API takes it. */
export function filterQuery({ kind, actor, since, until }: Filter) {
  return {
    ...(kind && { kind }),
    ...(actor && { actor: Number(actor) }),
    ...(since && { since }),
    ...(until && { until }),
  };
}

function matching(given: string | null, form: RegExp): string {
  return given && form.test(given) ? given : "";
}
