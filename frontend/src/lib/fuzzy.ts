const AT_WORD = 8;
const IN_A_ROW = 5;
const FARTHER_BACK = 0.1;

/** Say how well the letters of `query` are found in `text` in their order; null if they are not. */
export function likeness(query: string, text: string): number | null {
  const wanted = [...folded(query).replace(/\s+/g, "")];
  const given = [...folded(text)];
  let best: number | null = null;
  // Each place where the first letter stands may be the beginning of the best match.
  for (const [start, letter] of given.entries()) {
    if (letter !== wanted[0]) continue;
    const found = scoreFrom(start, wanted, given);
    if (found !== null && (best === null || found > best)) best = found;
  }
  return wanted.length === 0 ? 0 : best;
}

/** Keep what `query` is found in, the likeliest first; all as they are if nothing is asked. */
export function search<T>(query: string, items: readonly T[], textOf: (item: T) => string): T[] {
  if (query.trim() === "") return [...items];
  return items
    .flatMap((item) => {
      const score = likeness(query, textOf(item));
      return score === null ? [] : [{ item, score }];
    })
    .sort((one, other) => other.score - one.score)
    .map(({ item }) => item);
}

function scoreFrom(start: number, wanted: readonly string[], given: readonly string[]) {
  let score = -start * FARTHER_BACK;
  let last = start - 1;
  for (const letter of wanted) {
    const at = given.indexOf(letter, last + 1);
    if (at < 0) return null;
    if (at === last + 1) score += IN_A_ROW;
    if (at === 0 || /[^\p{L}\p{N}]/u.test(given[at - 1] ?? "")) score += AT_WORD;
    score -= (at - last - 1) * FARTHER_BACK;
    last = at;
  }
  return score;
}

/** Letters without case and accents, so that "uber" finds "Über". */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
