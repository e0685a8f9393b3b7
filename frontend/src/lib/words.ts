import { CodePoints, type Span } from "./offsets";

/** How much of a text around a place is looked at for the next word. */
const NEARBY = 400;
/** More code points than any character that is written has. */
const LONGEST_CHARACTER = 40;

export type Edge = "start" | "end";

type Segment = { text: string; isWord: boolean };

/** Give the places in `span` at which a word starts or ends, its punctuation with it. */
export function wordEdges(points: CodePoints, span: Span, edge: Edge): number[] {
  const text = points.slice(span);
  const local = new CodePoints(text);
  const words = new Intl.Segmenter(undefined, { granularity: "word" });
  const places: number[] = [];
  let before: Segment = { text: "", isWord: false };
  const visit = (unit: number, after: Segment) => {
    const [inner, outer] = edge === "start" ? [after, before] : [before, after];
    if (!isBlank(inner) && mayStandBeside(inner, outer)) {
      places.push(span.start + local.toPoints(unit));
    }
    before = after;
  };
  for (const { index, segment, isWordLike } of words.segment(text)) {
    visit(index, { text: segment, isWord: isWordLike ?? false });
  }
  visit(text.length, { text: "", isWord: false });
  return places;
}

function isBlank({ text }: Segment): boolean {
  return text.trim() === "";
}

/** Whether a word may begin or end with `inner` beside `outer`; where no blanks part words, too. */
function mayStandBeside(inner: Segment, outer: Segment): boolean {
  return isBlank(outer) || /^[–—]+$/.test(outer.text) || (inner.isWord && outer.isWord);
}

/** Give the next place from `from` at which a word starts or ends in `room`; null for none. */
export function nextEdge(
  points: CodePoints,
  from: number,
  by: 1 | -1,
  edge: Edge,
  room: Span,
): number | null {
  const near = {
    start: Math.max(room.start, from - NEARBY),
    end: Math.min(room.end, from + NEARBY),
  };
  const edges = wordEdges(points, near, edge);
  const found = by > 0 ? edges.find((at) => at > from) : edges.findLast((at) => at < from);
  return found ?? null;
}

/** Give the places at which `claim` may be split: where a word starts, but its first. */
export function splitPoints(points: CodePoints, claim: Span): number[] {
  return wordEdges(points, claim, "start").filter((at) => at > claim.start);
}

/** Let `span` begin and end with the words that it begins and ends in. */
export function wholeWords(points: CodePoints, span: Span): Span {
  const room = { start: 0, end: points.length };
  return {
    start: nextEdge(points, span.start + 1, -1, "start", room) ?? span.start,
    end: nextEdge(points, span.end - 1, 1, "end", room) ?? span.end,
  };
}

export function nearest(places: readonly number[], to: number): number | null {
  return places.reduce<number | null>(
    (best, place) => (best !== null && Math.abs(best - to) <= Math.abs(place - to) ? best : place),
    null,
  );
}

/** Let both ends of `span` go on to the next word; null where there is none. */
export function shifted(points: CodePoints, span: Span, by: 1 | -1, room: Span): Span | null {
  const start = nextEdge(points, span.start, by, "start", room);
  const end = nextEdge(points, span.end, by, "end", room);
  return start !== null && end !== null && start < end ? { start, end } : null;
}

/** Give the word beside `span`: the one after it, or where there is none the one before. */
export function wordBeside(points: CodePoints, span: Span, room: Span): Span | null {
  const near = {
    start: Math.max(room.start, span.start - NEARBY),
    end: Math.min(room.end, span.end + NEARBY),
  };
  const starts = wordEdges(points, near, "start");
  const ends = wordEdges(points, near, "end");
  const start =
    starts.find((at) => at >= span.end) ?? starts.findLast((at) => at < span.start) ?? starts[0];
  const end = ends.find((at) => start !== undefined && at > start);
  return start !== undefined && end !== undefined ? { start, end } : null;
}

/** Give the first word of the next sentence from `from`, or of the last one begun before it. */
export function sentenceBeside(points: CodePoints, from: number, by: 1 | -1): Span | null {
  const room = { start: 0, end: points.length };
  const sentences = new Intl.Segmenter(undefined, { granularity: "sentence" });
  const starts = [...sentences.segment(points.slice(room))].flatMap(({ index, segment }) => {
    const blanks = segment.search(/\S/);
    return blanks < 0 ? [] : [points.toPoints(index + blanks)];
  });
  const start = by > 0 ? starts.find((at) => at > from) : starts.findLast((at) => at < from);
  if (start === undefined) return null;
  return { start, end: nextEdge(points, start, 1, "end", room) ?? room.end };
}

/** Give the next place from `from` between two characters, however many code points each has. */
export function nextCharacter(
  points: CodePoints,
  from: number,
  by: 1 | -1,
  room: Span,
): number | null {
  const near = {
    start: Math.max(room.start, from - LONGEST_CHARACTER),
    end: Math.min(room.end, from + LONGEST_CHARACTER),
  };
  const text = points.slice(near);
  const local = new CodePoints(text);
  const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  const edges = [...characters.segment(text)].map(
    ({ index }) => near.start + local.toPoints(index),
  );
  edges.push(near.end);
  const found = by > 0 ? edges.find((at) => at > from) : edges.findLast((at) => at < from);
  return found ?? null;
}
