import type { CodePoints, Span } from "@/lib/offsets";
import {
  nextCharacter,
  nextEdge,
  sentenceBeside,
  shifted,
  wholeWords,
  wordBeside,
} from "@/lib/words";

export type End = "start" | "end" | "whole";

export type Move = {
  readonly end: End;
  /** On in the text, or back. */
  readonly by: 1 | -1;
  /** By words, if it does not say; by a sentence the span becomes its first word. */
  readonly unit?: "character" | "sentence" | undefined;
};

/** Give the span after a move; the same one where it cannot go on. */
export function moved(points: CodePoints, span: Span, { end, by, unit }: Move): Span {
  const room = { start: 0, end: points.length };
  if (unit === "sentence") return sentenceBeside(points, span.start, by) ?? span;
  if (end === "whole") return shifted(points, span, by, room) ?? span;
  const from = span[end];
  const to =
    unit === "character"
      ? nextCharacter(points, from, by, room)
      : nextEdge(points, from, by, end, room);
  const next = { ...span, [end]: to ?? from };
  return next.start < next.end ? next : span;
}

/** Give the word to begin with, where nothing is marked: one beside the claim, in its paragraph. */
export function firstWords(
  points: CodePoints,
  claim: Span,
  paragraphs: readonly Span[],
): Span | null {
  const { start, end } = points.spanToUnits(claim);
  const box = paragraphs.find((one) => one.start <= start && end <= one.end);
  const room = box
    ? { start: points.toPoints(box.start), end: points.toPoints(box.end) }
    : { start: 0, end: points.length };
  return wordBeside(points, claim, room);
}

/** Give the words between two places, whichever comes first. */
export function between(points: CodePoints, one: Span, other: Span): Span {
  return wholeWords(points, {
    start: Math.min(one.start, other.start),
    end: Math.max(one.end, other.end),
  });
}

type Press = Pick<KeyboardEvent, "key" | "shiftKey" | "altKey">;

/** Say what an arrow or a paging key asks for; left and right are meant as they are seen. */
export function moveOf({ key, shiftKey, altKey }: Press, isRightToLeft: boolean): Move | null {
  const onward = isRightToLeft ? "ArrowLeft" : "ArrowRight";
  if (key === "ArrowLeft" || key === "ArrowRight") {
    const by = key === onward ? 1 : -1;
    return { end: shiftKey ? "start" : "end", by, unit: altKey ? "character" : undefined };
  }
  if (key === "ArrowDown") return { end: "whole", by: 1 };
  if (key === "ArrowUp") return { end: "whole", by: -1 };
  if (key === "PageDown") return { end: "whole", by: 1, unit: "sentence" };
  return key === "PageUp" ? { end: "whole", by: -1, unit: "sentence" } : null;
}
