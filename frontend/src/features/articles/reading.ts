import type { ArticlePreview } from "@/api/types";
import { messages } from "@/app/messages";
import { layOut, type Paragraph } from "@/lib/layout";
import { CodePoints } from "@/lib/offsets";

const REASONS: Readonly<Record<string, string>> = messages.articles.reasons;

export type Piece =
  | { kind: "paragraph"; start: number; paragraph: Paragraph }
  | { kind: "dropped"; start: number; text: string; reason: string };

/** Lay a preview out as annotators will see it, with what they will not see in its place. */
export function readingOf({ text, dropped, claims }: ArticlePreview): Piece[] {
  const points = new CodePoints(text);
  const kept = layOut(text, { dropped, claims }).map(
    (paragraph): Piece => ({ kind: "paragraph", start: paragraph.start, paragraph }),
  );
  const left = dropped.map(
    (line): Piece => ({
      kind: "dropped",
      start: points.toUnits(line.start),
      text: points.slice(line).trim(),
      reason: reasonText(line.reason),
    }),
  );
  return [...kept, ...left].sort((one, other) => one.start - other.start);
}

/** A reason that this version does not know is shown as the server names it. */
export function reasonText(reason: string): string {
  return REASONS[reason] ?? reason.replaceAll("_", " ");
}
