import type { CodePoints, Span } from "@/lib/offsets";

/** Spans in code points, half open, as the server counts them. */

export function keyOf({ start, end }: Span): string {
  return `${start}:${end}`;
}

export function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Leave the blanks out that begin and end `span`. */
export function trimmed(points: CodePoints, span: Span): Span {
  const text = points.slice(span);
  // A blank is one code point and one unit, so both counts agree.
  const start = span.start + (text.length - text.trimStart().length);
  return { start, end: Math.max(start, span.end - (text.length - text.trimEnd().length)) };
}

export function hasWords(points: CodePoints, span: Span): boolean {
  return /[\p{L}\p{N}]/u.test(points.slice(span));
}

/** Give what is left of `span` without `hole`: nothing, one piece or two. */
export function without(span: Span, hole: Span): Span[] {
  if (!overlaps(span, hole)) return [span];
  return [
    { start: span.start, end: Math.min(span.end, hole.start) },
    { start: Math.max(span.start, hole.end), end: span.end },
  ].filter(({ start, end }) => start < end);
}

/** Give what is left of `span` without any of `holes`, in order. */
export function withoutAll(span: Span, holes: readonly Span[]): Span[] {
  return holes.reduce<Span[]>((left, hole) => left.flatMap((one) => without(one, hole)), [span]);
}

export function longest(spans: readonly Span[]): Span | null {
  return spans.reduce<Span | null>(
    (best, one) => (best && best.end - best.start >= one.end - one.start ? best : one),
    null,
  );
}

export function inOrder<One extends Span>(spans: readonly One[]): One[] {
  return [...spans].sort((one, other) => one.start - other.start);
}
