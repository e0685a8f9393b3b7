import type { DroppedLine } from "@/api/types";
import { layOut, type Paragraph } from "@/lib/layout";
import type { CodePoints, Span } from "@/lib/offsets";

/** A piece of text that looks the same all through. */
export type Piece = {
  /** Where it begins, in units of the string. */
  readonly start: number;
  readonly text: string;
  /** Index of the claim that it lies in; null outside of claims. */
  readonly claim: number | null;
  /** Whether the claim begins here: its number and its button stand before it. */
  readonly begins: boolean;
  /** What it is to the selected claim. */
  readonly role: "source" | "cue" | null;
  /** Whether the place to split at is before it. */
  readonly isCut: boolean;
};

export type Block =
  | {
      readonly kind: "kept";
      readonly start: number;
      readonly end: number;
      readonly keepsBlanks: boolean;
      readonly pieces: readonly Piece[];
    }
  | {
      readonly kind: "dropped";
      readonly start: number;
      readonly line: DroppedLine;
      readonly text: string;
    };

/** Lay a text out as annotators will see it, with what they will not see in its place. */
export function blocksOf(
  points: CodePoints,
  text: string,
  { dropped, claims }: { dropped: readonly DroppedLine[]; claims: readonly Span[] },
): Block[] {
  const kept = layOut(text, { dropped, claims }).map(asBlock);
  const left = dropped.map(
    (line): Block => ({
      kind: "dropped",
      start: points.toUnits(line.start),
      line,
      text: points.slice(line).trim(),
    }),
  );
  return [...kept, ...left].sort((one, other) => one.start - other.start);
}

function asBlock({ start, end, runs, spaced, wrapped }: Paragraph): Block {
  let unit = start;
  const pieces = runs.map((run): Piece => {
    const claim = run.claims.at(-1) ?? null;
    const begins = claim !== null && run.firsts.includes(claim);
    const piece = { start: unit, text: run.text, claim, begins, role: null, isCut: false };
    unit += run.text.length;
    return piece;
  });
  return { kind: "kept", start, end, keepsBlanks: spaced && !wrapped, pieces };
}

export type Overlay = { source: Span | null; cue: Span | null; cut: number | null };

/** Mark the selected claim's source and cue, and where it may be split; the rest stays as it is. */
export function withOverlay(
  blocks: readonly Block[],
  points: CodePoints,
  { source, cue, cut }: Overlay,
): Block[] {
  const roles = {
    source: source && points.spanToUnits(source),
    cue: cue && points.spanToUnits(cue),
  };
  const at = cut === null ? null : points.toUnits(cut);
  const edges = [roles.source, roles.cue].flatMap((span) => (span ? [span.start, span.end] : []));
  if (at !== null) edges.push(at);
  return blocks.map((block) => {
    const isTouched =
      block.kind === "kept" && edges.some((edge) => block.start <= edge && edge <= block.end);
    if (!isTouched) return block;
    const pieces = block.pieces.flatMap((piece) => cutPiece(piece, edges));
    return {
      ...block,
      pieces: pieces.map((piece) => ({
        ...piece,
        role: holds(roles.cue, piece) ? "cue" : holds(roles.source, piece) ? "source" : null,
        isCut: at === piece.start,
      })),
    };
  });
}

function holds(span: Span | null, { start, text }: Piece): boolean {
  return span !== null && span.start <= start && start + text.length <= span.end;
}

function cutPiece(piece: Piece, edges: readonly number[]): Piece[] {
  const end = piece.start + piece.text.length;
  const inside = edges.filter((edge) => piece.start < edge && edge < end);
  const cuts = [...new Set([piece.start, ...inside, end])].sort((one, other) => one - other);
  return cuts.slice(0, -1).map((start, index) => ({
    ...piece,
    start,
    text: piece.text.slice(start - piece.start, (cuts[index + 1] ?? end) - piece.start),
    begins: piece.begins && index === 0,
  }));
}

/** Give the lines of a block, as spans of code points: what is left out is always whole lines. */
export function linesOf(points: CodePoints, text: string, start: number, end: number): Span[] {
  let from = start;
  const parts = text.slice(start, end).split(/(\r\n|\n|\r)/);
  return parts.flatMap((part, index) => {
    const line = { start: points.toPoints(from), end: points.toPoints(from + part.length) };
    from += part.length;
    return index % 2 === 0 && part.trim() !== "" ? [line] : [];
  });
}
