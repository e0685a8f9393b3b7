import type { Article } from "@/api/types";
import { panelMessages } from "@/app/messages/panels";
import { CodePoints } from "@/lib/offsets";
import styles from "./LeftOut.module.css";

const m = panelMessages.card;

/** The lines that extraction left out of the article, for whoever wants to check them. */
export function LeftOut({ article }: { article: Article }) {
  const points = new CodePoints(article.text);
  return (
    <details className={styles.leftOut}>
      <summary>{m.leftOut(article.dropped.length)}</summary>
      <p>{m.leftOutHint}</p>
      <ul dir={article.direction}>
        {article.dropped.map((line) => (
          <li key={line.start}>
            <s lang={article.language || undefined}>{points.slice(line).trim()}</s>
            <span>{line.reason.replaceAll("_", " ")}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
