import type { ArticlePreview, DroppedLine } from "@/api/types";
import type { Span } from "@/lib/offsets";
import {
  asClaim,
  type Claim,
  type Corrections,
  type Cut,
  changed,
  claimAt,
  selectedClaim,
} from "./cut";
import { withRoomFor } from "./modes";
import { inOrder, keyOf, overlaps, trimmed } from "./spans";

export function leaveOut(state: Corrections, lines: readonly Span[]): Corrections {
  const known = new Map(state.begun.dropped.map((line) => [keyOf(line), line.reason]));
  const wanted = lines.map((line) => ({
    ...trimmed(state.points, line),
    reason: known.get(keyOf(trimmed(state.points, line))) ?? OWN_REASON,
  }));
  const fresh = wanted.filter(
    (line) => line.start < line.end && !state.cut.dropped.some((other) => overlaps(line, other)),
  );
  if (fresh.length === 0) return state;
  const cut: Cut = {
    dropped: inOrder([...state.cut.dropped, ...fresh]),
    claims: fresh.reduce<readonly Claim[]>(
      (claims, line) => withRoomFor(state, claims, line),
      state.cut.claims,
    ),
    unread: state.cut.unread.filter((line) => !fresh.some((other) => overlaps(line, other))),
  };
  return changed(state, cut, "left_out");
}

/** The reason of a line that the lead leaves out. */
export const OWN_REASON = "chosen";

export function restore(state: Corrections, line: DroppedLine): Corrections {
  const dropped = state.cut.dropped.filter((one) => keyOf(one) !== keyOf(line));
  if (dropped.length === state.cut.dropped.length) return state;
  const unread = inOrder([...state.cut.unread, { start: line.start, end: line.end }]);
  return changed(state, { ...state.cut, dropped, unread }, "restored", line.start);
}

/** Take in what the server found, without touching anything that the lead has corrected. */
export function read(state: Corrections, of: Cut, preview: ArticlePreview): Corrections {
  const findings = new Map(state.findings);
  for (const claim of preview.claims) findings.set(keyOf(claim), claim);
  const taken = { ...state, findings };
  if (state.cut !== of) return taken;
  const { words, sentences } = preview;
  if (of.unread.length === 0) return { ...taken, words, sentences, read: of };
  const found = preview.claims.filter(
    (claim) =>
      of.unread.some((line) => overlaps(line, claim)) &&
      ![...of.claims, ...of.dropped].some((other) => overlaps(other, claim)),
  );
  const claims = inOrder([...of.claims, ...found.map(asClaim)]);
  const cut: Cut = { ...of, claims, unread: [] };
  const held = selectedClaim(state);
  const answered = new Set(preview.claims.map(keyOf));
  const isWhole = claims.every((claim) => answered.has(keyOf(claim)));
  return {
    ...taken,
    cut,
    words,
    sentences,
    read: isWhole ? cut : of,
    selected: held ? claims.indexOf(held) : claimAt(claims, 0),
  };
}
