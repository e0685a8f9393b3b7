/** What became of a piece of text. */
export type Part = { readonly kind: "same" | "added" | "removed"; readonly text: string };

/** What became of a paragraph; a changed one says which of its words. */
export type Change =
  | { readonly kind: "same" | "added" | "removed"; readonly text: string; readonly section: string }
  | { readonly kind: "changed"; readonly parts: readonly Part[]; readonly section: string };

/** Beyond this many comparisons, a stretch counts as written anew. */
const MOST_WORK = 300_000;

/** How much two paragraphs must have in common to be one that was changed. */
const ALIKE = 0.4;

type Step<T> = { readonly kind: Part["kind"]; readonly value: T };

/** Say how `after` comes from `before` with the fewest additions and removals (Myers 1986). */
export function diff<T>(before: readonly T[], after: readonly T[]): Step<T>[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  const room = Math.min(before.length, after.length) - head;
  while (tail < room && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const ends = [before.slice(0, head), before.slice(before.length - tail)] as const;
  const middle = shortestEdit(
    before.slice(head, before.length - tail),
    after.slice(head, after.length - tail),
  );
  return [...all("same", ends[0]), ...middle, ...all("same", ends[1])];
}

/** Say which words of a text were added and removed; what stays the same is not cut up. */
export function diffWords(before: string, after: string): Part[] {
  const parts: { kind: Part["kind"]; text: string }[] = [];
  for (const { kind, value } of diff(wordsOf(before), wordsOf(after))) {
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += value;
    else parts.push({ kind, text: value });
  }
  return parts;
}

/** Say what became of every paragraph of a Markdown text, however its lines are broken. */
export function diffMarkdown(before: string, after: string): Change[] {
  const changes: Change[] = [];
  let section = "";
  let removed: string[] = [];
  let added: string[] = [];
  const settle = () => {
    for (const change of pairUp(removed, added)) changes.push({ ...change, section });
    removed = [];
    added = [];
  };
  for (const { kind, value } of diff(paragraphsOf(before), paragraphsOf(after))) {
    if (kind === "same" || isHeading(value)) settle();
    if (isHeading(value) && kind !== "removed") section = plainOf(value);
    if (kind === "removed") removed.push(plainOf(value));
    else if (kind === "added") added.push(plainOf(value));
    else changes.push({ kind, text: plainOf(value), section });
  }
  settle();
  return changes;
}

/** Cut a Markdown text into what belongs together: a paragraph, an item, a row, a heading. */
export function paragraphsOf(text: string): string[] {
  const paragraphs: string[] = [];
  let isOpen = false;
  for (const line of text.split(/\r?\n/)) {
    const words = line.trim().replace(/\s+/g, " ");
    if (words === "" || /^[|: -]+$/.test(words)) {
      isOpen = false;
    } else if (isOpen && !/^(?:#{1,6} |[-*+] |\d+[.)] |\||>)/.test(words)) {
      paragraphs.push(`${paragraphs.pop()} ${words}`);
    } else {
      paragraphs.push(words);
      isOpen = !isHeading(words) && !words.startsWith("|");
    }
  }
  return paragraphs;
}

const isHeading = (paragraph: string): boolean => /^#{1,6} /.test(paragraph);

/** Take off the signs that are not for reading. */
function plainOf(paragraph: string): string {
  return paragraph
    .replace(/^#{1,6} /, "")
    .replace(/^\||\|$/g, "")
    .replace(/(\*\*|__)(?=\S)(.+?)\1/g, "$2")
    .replace(/(^|\W)[*_](\S.*?)[*_](?=\W|$)/g, "$1$2")
    .trim();
}

type Unplaced =
  | { readonly kind: "added" | "removed"; readonly text: string }
  | { readonly kind: "changed"; readonly parts: readonly Part[] };

/** Find which of the new paragraphs are old ones with other words. */
function pairUp(removed: readonly string[], added: readonly string[]): Unplaced[] {
  const changes: Unplaced[] = [];
  let next = 0;
  for (const text of removed) {
    const match = added.findIndex((one, index) => index >= next && likeness(text, one) >= ALIKE);
    if (match < 0) {
      changes.push({ kind: "removed", text });
      continue;
    }
    for (const one of added.slice(next, match)) changes.push({ kind: "added", text: one });
    const partner = added[match] ?? "";
    // Only its markup has changed otherwise, which is nothing to read.
    if (partner !== text) changes.push({ kind: "changed", parts: diffWords(text, partner) });
    next = match + 1;
  }
  for (const text of added.slice(next)) changes.push({ kind: "added", text });
  return changes;
}

function likeness(one: string, other: string): number {
  const count = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const left = count(one);
  const right = new Set(count(other));
  const shared = left.filter((word) => right.has(word)).length;
  return shared / Math.max(left.length, right.size, 1);
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+|\s+|./gsu) ?? [];

const all = <T>(kind: Part["kind"], values: readonly T[]): Step<T>[] =>
  values.map((value) => ({ kind, value }));

function shortestEdit<T>(before: readonly T[], after: readonly T[]): Step<T>[] {
  if (before.length * after.length > MOST_WORK) {
    return [...all("removed", before), ...all("added", after)];
  }
  return backtrack(reach(before, after), before, after);
}

/** Give, for each number of edits, how far along `before` each diagonal gets. */
function reach<T>(before: readonly T[], after: readonly T[]): Map<number, number>[] {
  const rounds: Map<number, number>[] = [];
  let known = new Map([[1, 0]]);
  for (let edits = 0; ; edits++) {
    rounds.push(known);
    const next = new Map(known);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let at = startOn(known, diagonal, edits);
      while (at < before.length && at - diagonal < after.length) {
        if (before[at] !== after[at - diagonal]) break;
        at++;
      }
      next.set(diagonal, at);
      if (at >= before.length && at - diagonal >= after.length) return rounds;
    }
    known = next;
  }
}

function startOn(known: ReadonlyMap<number, number>, diagonal: number, edits: number): number {
  return comesByAdding(known, diagonal, edits)
    ? (known.get(diagonal + 1) ?? 0)
    : (known.get(diagonal - 1) ?? 0) + 1;
}

function comesByAdding(known: ReadonlyMap<number, number>, diagonal: number, edits: number) {
  if (diagonal === -edits) return true;
  if (diagonal === edits) return false;
  return (known.get(diagonal - 1) ?? -1) < (known.get(diagonal + 1) ?? -1);
}

function backtrack<T>(
  rounds: readonly ReadonlyMap<number, number>[],
  before: readonly T[],
  after: readonly T[],
): Step<T>[] {
  const steps: Step<T>[] = [];
  let at = before.length;
  let to = after.length;
  for (let edits = rounds.length - 1; edits >= 0; edits--) {
    const known = rounds[edits] ?? new Map();
    const diagonal = at - to;
    const isAdded = comesByAdding(known, diagonal, edits);
    const from = edits === 0 ? 0 : (known.get(diagonal + (isAdded ? 1 : -1)) ?? 0);
    const fromTo = edits === 0 ? 0 : from - (diagonal + (isAdded ? 1 : -1));
    const start = edits === 0 ? 0 : startOn(known, diagonal, edits);
    while (at > start) {
      at--;
      to--;
      steps.push({ kind: "same", value: before[at] as T });
    }
    if (edits === 0) break;
    if (isAdded) steps.push({ kind: "added", value: after[fromTo] as T });
    else steps.push({ kind: "removed", value: before[from] as T });
    at = from;
    to = fromTo;
  }
  return steps.reverse();
}
