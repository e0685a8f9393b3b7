import type { Span } from "@/lib/offsets";
import { type Edge, nearest, nextEdge, splitPoints } from "@/lib/words";
import { type Claim, type Corrections, claimAt, selectedClaim } from "./cut";
import { hasWords, inOrder, overlaps, trimmed, without } from "./spans";

/** Choosing where to split a claim, or what it should cover, before anything is corrected. */

export type Move = { by: 1 | -1; edge: Edge; unit: "word" | "character" };

export function beginSplit(state: Corrections, near?: number): Corrections {
  const claim = selectedClaim(state);
  if (!claim) return state;
  const places = splitPoints(state.points, claim);
  const at = nearest(places, near ?? Math.round((claim.start + claim.end) / 2));
  return at === null ? state : { ...state, mode: { kind: "split", at } };
}

export function moveSplit(state: Corrections, at: number, { by, unit }: Move): Corrections {
  const claim = selectedClaim(state);
  if (!claim) return state;
  const room = { start: claim.start + 1, end: claim.end - 1 };
  const next =
    unit === "character"
      ? at + by
      : by > 0
        ? splitPoints(state.points, claim).find((place) => place > at)
        : splitPoints(state.points, claim).findLast((place) => place < at);
  if (next === undefined || next < room.start || next > room.end) return state;
  return { ...state, mode: { kind: "split", at: next } };
}

export function moveEdge(state: Corrections, span: Span, { by, edge, unit }: Move): Corrections {
  const room = roomAround(state, span);
  const from = span[edge];
  const next = unit === "character" ? from + by : nextEdge(state.points, from, by, edge, room);
  if (next === null || next < room.start || next > room.end) return state;
  const moved = { ...span, [edge]: next };
  if (moved.start >= moved.end || !hasWords(state.points, moved)) return state;
  return { ...state, mode: { kind: "adjust", span: moved } };
}

/** Give how far a claim may grow: to the left-out lines beside it, or the ends of the text. */
function roomAround({ cut, points }: Corrections, span: Span): Span {
  const before = cut.dropped.filter(({ end }) => end <= span.start);
  const after = cut.dropped.find(({ start }) => start >= span.end);
  return { start: before.at(-1)?.end ?? 0, end: after?.start ?? points.length };
}

export function adjusted(state: Corrections, claim: Claim, span: Span): Claim[] {
  const others = state.cut.claims.filter((one) => one !== claim);
  return inOrder([
    ...withRoomFor(state, others, span),
    { ...span, excluded: claim.excluded, isOwn: true },
  ]);
}

/** Give `claims` as they are once `hole` is taken from them; what has no word left is gone. */
export function withRoomFor(
  { points }: Corrections,
  claims: readonly Claim[],
  hole: Span,
): Claim[] {
  return claims.flatMap((claim) => {
    if (!overlaps(claim, hole)) return [claim];
    return without(claim, hole)
      .map((piece) => trimmed(points, piece))
      .filter((piece) => hasWords(points, piece))
      .map((piece) => ({ ...piece, excluded: claim.excluded, isOwn: true }));
  });
}

/** Give the claims as they would be if what is under way were kept, and which is selected. */
export function shownClaims(state: Corrections): {
  claims: readonly Claim[];
  selected: number;
} {
  const claim = selectedClaim(state);
  if (state.mode?.kind !== "adjust" || !claim)
    return { claims: state.cut.claims, selected: state.selected };
  const claims = adjusted(state, claim, state.mode.span);
  return { claims, selected: claimAt(claims, state.mode.span.start) };
}
