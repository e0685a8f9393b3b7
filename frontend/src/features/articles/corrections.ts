import type { ArticlePreview, DroppedLine } from "@/api/types";
import type { Span } from "@/lib/offsets";
import { begin, type Claim, type Corrections, type Cut, changed, selectedClaim } from "./cut";
import { leaveOut, read, restore } from "./lines";
import { adjusted, beginSplit, type Move, moveEdge, moveSplit, withRoomFor } from "./modes";
import { hasWords, inOrder, longest, overlaps, trimmed, withoutAll } from "./spans";

export type Action =
  | { type: "select"; claim: number }
  | { type: "step"; by: 1 | -1 }
  | { type: "begin_split"; near?: number }
  | { type: "begin_adjust" }
  | ({ type: "move" } & Move)
  | { type: "keep" }
  | { type: "cancel" }
  | { type: "split_around"; span: Span }
  | { type: "merge" }
  | { type: "toggle_excluded" }
  | { type: "add"; span: Span }
  | { type: "leave_out"; lines: readonly Span[] }
  | { type: "restore"; line: DroppedLine }
  | { type: "undo" }
  | { type: "redo" }
  | { type: "read"; of: Cut; preview: ArticlePreview }
  | { type: "begin"; preview: ArticlePreview };

export function correct(state: Corrections, action: Action): Corrections {
  switch (action.type) {
    case "select":
      return select(state, action.claim);
    case "step":
      return select(state, state.selected + action.by);
    case "begin_split":
      return beginSplit(state, action.near);
    case "begin_adjust": {
      const claim = selectedClaim(state);
      if (!claim) return state;
      return { ...state, mode: { kind: "adjust", span: { start: claim.start, end: claim.end } } };
    }
    case "move":
      return state.mode?.kind === "split"
        ? moveSplit(state, state.mode.at, action)
        : state.mode
          ? moveEdge(state, state.mode.span, action)
          : state;
    case "keep":
      return state.mode?.kind === "split"
        ? splitAt(state, [state.mode.at])
        : state.mode
          ? adjust(state, state.mode.span)
          : state;
    case "cancel":
      return { ...state, mode: null };
    case "split_around":
      return splitAround(state, action.span);
    case "merge":
      return merge(state);
    case "toggle_excluded":
      return toggleExcluded(state);
    case "add":
      return add(state, action.span);
    case "leave_out":
      return leaveOut(state, action.lines);
    case "restore":
      return restore(state, action.line);
    case "undo":
      return travel(state, "undone");
    case "redo":
      return travel(state, "redone");
    case "read":
      return read(state, action.of, action.preview);
    case "begin":
      return begin(action.preview);
  }
}

function select(state: Corrections, claim: number): Corrections {
  const last = state.cut.claims.length - 1;
  return { ...state, selected: Math.min(Math.max(claim, 0), last), mode: null };
}

function travel(state: Corrections, what: "undone" | "redone"): Corrections {
  const from = what === "undone" ? state.past : state.future;
  const to = from.at(-1);
  if (!to) return state;
  const here = { cut: state.cut, selected: state.selected };
  return {
    ...state,
    ...to,
    mode: null,
    past: what === "undone" ? from.slice(0, -1) : [...state.past, here],
    future: what === "undone" ? [...state.future, here] : from.slice(0, -1),
    happened: { what, times: (state.happened?.times ?? 0) + 1 },
  };
}

function splitAround(state: Corrections, span: Span): Corrections {
  const selected = holderOf(state.cut.claims, span);
  return selected < 0 ? state : splitAt({ ...state, selected }, [span.start, span.end]);
}

/** Give the claim that all of `span` lies in; -1 if there is none. */
export function holderOf(claims: readonly Claim[], span: Span): number {
  return claims.findIndex(({ start, end }) => start <= span.start && span.end <= end);
}

function splitAt(state: Corrections, places: readonly number[]): Corrections {
  const claim = selectedClaim(state);
  if (!claim) return state;
  const edges = [claim.start, ...places, claim.end];
  const pieces = edges
    .slice(0, -1)
    .map((start, at) => trimmed(state.points, { start, end: edges[at + 1] ?? claim.end }))
    .filter((piece) => hasWords(state.points, piece));
  if (pieces.length < 2) return { ...state, mode: null };
  const made = pieces.map((piece) => ({ ...piece, excluded: claim.excluded, isOwn: true }));
  const claims = inOrder([...state.cut.claims.filter((one) => one !== claim), ...made]);
  return changed(state, { ...state.cut, claims }, "split", claim.start);
}

/** Give the claim that the selected one can be merged with: the next, if no left-out line parts them. */
export function mergeable(state: Corrections): Claim | null {
  const claim = selectedClaim(state);
  const next = state.cut.claims[state.selected + 1];
  if (!claim || !next) return null;
  const between = { start: claim.end, end: next.start };
  return state.cut.dropped.some((line) => overlaps(line, between)) ? null : next;
}

function merge(state: Corrections): Corrections {
  const claim = selectedClaim(state);
  const next = mergeable(state);
  if (!claim || !next) return state;
  const one: Claim = {
    start: claim.start,
    end: next.end,
    excluded: claim.excluded && next.excluded,
    isOwn: true,
  };
  const rest = state.cut.claims.filter((other) => other !== claim && other !== next);
  return changed(state, { ...state.cut, claims: inOrder([...rest, one]) }, "merged");
}

function toggleExcluded(state: Corrections): Corrections {
  const claim = selectedClaim(state);
  if (!claim) return state;
  const excluded = !claim.excluded;
  const claims = state.cut.claims.map((one) =>
    one === claim ? { ...one, excluded, isOwn: true } : one,
  );
  return changed(state, { ...state.cut, claims }, excluded ? "excluded" : "included");
}

/** Make `span` a claim; those that it overlaps give way. */
function add(state: Corrections, span: Span): Corrections {
  const free = withoutAll(span, state.cut.dropped)
    .map((piece) => trimmed(state.points, piece))
    .filter((piece) => hasWords(state.points, piece));
  const chosen = longest(free);
  if (!chosen) return state;
  const claims = withRoomFor(state, state.cut.claims, chosen);
  const made = { ...chosen, excluded: false, isOwn: true };
  const cut = { ...state.cut, claims: inOrder([...claims, made]) };
  return changed(state, cut, "added", chosen.start);
}

function adjust(state: Corrections, span: Span): Corrections {
  const claim = selectedClaim(state);
  if (!claim) return state;
  const kept = trimmed(state.points, span);
  if (kept.start === claim.start && kept.end === claim.end) return { ...state, mode: null };
  const claims = adjusted(state, claim, kept);
  return changed(state, { ...state.cut, claims }, "adjusted", kept.start);
}
