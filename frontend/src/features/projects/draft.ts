/** Guidelines as somebody is changing them, and the number of the revision they come from. */
export type Draft = { readonly base: number; readonly body: string; readonly note: string };

/** Under which name a browser keeps somebody's draft of a project's guidelines. */
export const draftName = (user: number, slug: string): string =>
  `onrecord.guidelines.${user}.${slug}`;

/** Give the draft that this browser has; null if it has none that can be read. */
export function readDraft(name: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? "null");
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

/**
 * Keep a draft in this browser, or none.
 *
 * @returns whether the browser has done so: it may be told not to, or have no room
 */
export function keepDraft(name: string, draft: Draft | null): boolean {
  try {
    if (draft) localStorage.setItem(name, JSON.stringify(draft));
    else localStorage.removeItem(name);
    return true;
  } catch {
    return false;
  }
}

function isDraft(kept: unknown): kept is Draft {
  if (typeof kept !== "object" || kept === null) return false;
  const { base, body, note } = kept as Record<string, unknown>;
  return Number.isInteger(base) && typeof body === "string" && typeof note === "string";
}
