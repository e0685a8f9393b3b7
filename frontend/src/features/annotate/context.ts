import type { Claim } from "@/api/types";
import type { ArticleText } from "./text";

export type Context = { readonly before: string; readonly quote: string; readonly after: string };

/** How much the card has room for, by the character. */
const ROOM = 150;
/** How much of that may come before a claim, which is what is read first. */
const LONGEST_BEFORE = 60;
const sentences = new Intl.Segmenter(undefined, { granularity: "sentence" });

/** Give a claim within its sentence, for reading it apart from the article. */
export function contextOf(
  text: string,
  { points, paragraphs }: ArticleText,
  claim: Claim,
): Context {
  const { start, end } = points.spanToUnits(claim);
  const boxes = paragraphs.filter((box) => box.start < end && start < box.end);
  const from = boxes[0]?.start ?? start;
  const to = boxes.at(-1)?.end ?? end;
  let first = start;
  let last = end;
  for (const { index, segment } of sentences.segment(text.slice(from, to))) {
    const begins = from + index;
    const ends = begins + segment.length;
    if (begins <= start && start < ends) first = begins;
    if (begins < end && end <= ends) last = ends;
  }
  const quote = text.slice(start, end);
  const room = Math.min(LONGEST_BEFORE, Math.max(0, ROOM - quote.length));
  return {
    before: shorten(text.slice(first, start), room),
    quote,
    after: text.slice(end, last).trimEnd(),
  };
}

function shorten(before: string, room: number): string {
  if (before.length <= room) return before;
  const kept = before.slice(before.length - room);
  return `… ${kept.slice(kept.indexOf(" ") + 1)}`;
}
