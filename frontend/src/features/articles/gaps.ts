import type { Span } from "@/lib/offsets";
import type { Corrections } from "./cut";
import { hasWords, inOrder, trimmed, withoutAll } from "./spans";

/** Give the first words after the selected claim that are in no claim, of one sentence at most. */
export function nextGap(state: Corrections): Span | null {
  const { cut, sentences, selected } = state;
  const from = cut.claims[selected]?.end ?? 0;
  const places = inOrder([...sentences, ...cut.unread]);
  const after = places.filter(({ end }) => end > from);
  return firstGap(state, after, from) ?? firstGap(state, places, 0);
}

function firstGap(
  { points, cut }: Corrections,
  places: readonly Span[],
  from: number,
): Span | null {
  const taken = inOrder([...cut.claims, ...cut.dropped]);
  let next = 0;
  for (const place of places) {
    // Both are in order, so that what ends before this place is never looked at again.
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= place.start) next++;
    let last = next;
    while ((taken[last]?.start ?? Number.POSITIVE_INFINITY) < place.end) last++;
    const found = withoutAll(place, taken.slice(next, last))
      .map((piece) => trimmed(points, piece))
      .find((piece) => piece.start >= from && hasWords(points, piece));
    if (found) return found;
  }
  return null;
}
