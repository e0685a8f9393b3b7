import type { Claim } from "@/api/types";
import type { ArticleText } from "./text";

export type Context = { readonly before: string; readonly quote: string; readonly after: string };

/** How much of what comes before a claim still leaves room for it in the card. */
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
  return {
    before: shorten(text.slice(first, start)),
    quote: text.slice(start, end),
    after: text.slice(end, last).trimEnd(),
  };
}

function shorten(before: string): string {
  if (before.length <= LONGEST_BEFORE) return before;
  const kept = before.slice(-LONGEST_BEFORE);
  return `… ${kept.slice(kept.indexOf(" ") + 1)}`;
}
