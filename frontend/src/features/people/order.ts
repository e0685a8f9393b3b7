import type { Member, Role } from "@/api/types";

const RANK: Readonly<Record<Role, number>> = { lead: 0, annotator: 1, viewer: 2 };

/** Leads first, then annotators, then viewers, each by name. */
export function inOrder(members: readonly Member[], locale: string): Member[] {
  const { compare } = new Intl.Collator(locale);
  return members.toSorted(
    (one, other) => RANK[one.role] - RANK[other.role] || compare(one.name, other.name),
  );
}

/** Those whose name, address or code has what is looked for in it. */
export function matching(members: readonly Member[], wanted: string): Member[] {
  const words = wanted.trim().toLocaleLowerCase();
  return members.filter(({ name, email, code }) =>
    [name, email, code].some((text) => text.toLocaleLowerCase().includes(words)),
  );
}
