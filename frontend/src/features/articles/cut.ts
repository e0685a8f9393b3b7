import type { ArticlePreview, DroppedLine, PreviewClaim, Suggestion } from "@/api/types";
import { CodePoints, type Span } from "@/lib/offsets";
import { inOrder, keyOf } from "./spans";

/**
 * A stretch of text proposed or made as a claim; an excluded one is not judged.
 *
 * `isOwn` is of those that the lead has made or changed.
 */
export type Claim = Span & { readonly excluded: boolean; readonly isOwn: boolean };

/** What is corrected: one step of undo leads from one of these to another. */
export type Cut = {
  readonly dropped: readonly DroppedLine[];
  readonly claims: readonly Claim[];
  /** Lines restored whose claims nobody has looked for yet. */
  readonly unread: readonly Span[];
};

/** A choice under way: where to split, or what a claim should cover. */
export type Mode =
  | { readonly kind: "split"; readonly at: number }
  | { readonly kind: "adjust"; readonly span: Span };

export type Happened =
  | "split"
  | "merged"
  | "excluded"
  | "included"
  | "added"
  | "adjusted"
  | "restored"
  | "left_out"
  | "undone"
  | "redone";

type Step = { readonly cut: Cut; readonly selected: number };

export type Corrections = {
  readonly points: CodePoints;
  readonly text: string;
  readonly words: number;
  readonly sentences: readonly Span[];
  readonly cut: Cut;
  /** An index into the claims; -1 where there is none. */
  readonly selected: number;
  readonly mode: Mode | null;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
  readonly findings: ReadonlyMap<string, Suggestion>;
  /** The cut that the findings are of. */
  readonly read: Cut;
  readonly begun: Cut;
  readonly happened: { readonly what: Happened; readonly times: number } | null;
};

export function begin(preview: ArticlePreview): Corrections {
  const cut: Cut = {
    dropped: inOrder(preview.dropped),
    claims: inOrder(preview.claims.map(asClaim)),
    unread: [],
  };
  return {
    points: new CodePoints(preview.text),
    text: preview.text,
    words: preview.words,
    sentences: preview.sentences,
    cut,
    selected: cut.claims.length > 0 ? 0 : -1,
    mode: null,
    past: [],
    future: [],
    findings: new Map(preview.claims.map((claim) => [keyOf(claim), claim])),
    read: cut,
    begun: cut,
    happened: null,
  };
}

export function asClaim({ start, end, excluded }: PreviewClaim): Claim {
  return { start, end, excluded, isOwn: false };
}

export function isCorrected({ cut, begun }: Corrections): boolean {
  return cut !== begun;
}

/** Whether the suggestions shown are not yet those of the cut. */
export function isUnread({ cut, read }: Corrections): boolean {
  return cut !== read;
}

export function selectedClaim({ cut, selected }: Corrections): Claim | null {
  return cut.claims[selected] ?? null;
}

/** Take one step of undo and say what happened; `focus` is where the selected claim stands. */
export function changed(
  state: Corrections,
  cut: Cut,
  what: Happened,
  focus: number | null = null,
): Corrections {
  const at = focus ?? selectedClaim(state)?.start ?? 0;
  return {
    ...state,
    cut,
    selected: claimAt(cut.claims, at),
    mode: null,
    past: [...state.past, { cut: state.cut, selected: state.selected }],
    future: [],
    happened: { what, times: (state.happened?.times ?? 0) + 1 },
  };
}

/** Give the claim at `place`, or else the first after it, or else the last. */
export function claimAt(claims: readonly Claim[], place: number): number {
  const found = claims.findIndex(({ end }) => place < end);
  return found >= 0 ? found : claims.length - 1;
}
