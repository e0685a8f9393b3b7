import type { Article } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import type { CodePoints, Span } from "@/lib/offsets";
import styles from "./LeftOut.module.css";

const m = leadMessages.article;
const reasons: Readonly<Record<string, string>> = leadMessages.articles.reasons;

/** What annotators are not asked about: lines that are left out, and sentences that are excluded. */
export function LeftOut({ article, points }: { article: Article; points: CodePoints }) {
  const { dropped, excluded } = article;
  if (dropped.length + excluded.length === 0) return null;
  const lines = dropped.map((line) => ({
    ...line,
    why: reasons[line.reason] ?? line.reason.replaceAll("_", " "),
  }));
  const sentences = excluded.map((one) => ({
    ...one,
    why: m.excluded(one.rule === "lead" ? m.byLead : one.rule),
  }));
  const inOrder = [...lines, ...sentences].sort((a, b) => a.start - b.start);
  const quote = (span: Span) => points.slice(span).trim();
  return (
    <details className={styles.leftOut}>
      <summary>{countOf(dropped.length, excluded.length)}</summary>
      <p>{m.leftOutHint}</p>
      <ul dir={article.direction}>
        {inOrder.map((one) => (
          <li key={`${one.start}-${one.end}`}>
            <s lang={article.language || undefined}>{quote(one)}</s> <span>{one.why}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function countOf(lines: number, sentences: number): string {
  if (sentences === 0) return m.left.lines(lines);
  if (lines === 0) return m.left.sentences(sentences);
  return m.left.both(m.left.lines(lines), m.left.sentences(sentences));
}
