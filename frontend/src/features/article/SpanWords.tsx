import { leadMessages } from "@/app/messages/leads";
import type { CodePoints, Span } from "@/lib/offsets";
import { writtenIn } from "@/lib/writtenIn";
import styles from "./SpanWords.module.css";

const m = leadMessages.article;
const PARTS = ["source", "cue"] as const;

type Props = {
  spans: Record<(typeof PARTS)[number], Span | null>;
  points: CodePoints;
  language: string;
};

/** The words of the text that were marked as the source and the cue. */
export function SpanWords({ spans, points, language }: Props) {
  const marked = PARTS.flatMap((part) => {
    const span = spans[part];
    return span ? [{ part, words: points.slice(span) }] : [];
  });
  if (marked.length === 0) return null;
  return (
    <p className={styles.spans}>
      {marked.map(({ part, words }) => (
        <span key={part}>
          {m[part]} <q {...writtenIn({ language })}>{m.quoted(words)}</q>
        </span>
      ))}
    </p>
  );
}
