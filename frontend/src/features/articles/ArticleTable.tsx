import CircleCheck from "lucide-react/icons/circle-check";
import type { ArticleSummary } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { count } from "@/lib/numbers";
import { date } from "@/lib/time";
import styles from "./ArticleTable.module.css";

const m = leadMessages.articles;

export function ArticleTable({ articles }: { articles: ArticleSummary[] }) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{m.title}</caption>
      <thead>
        <tr>
          <th scope="col">{m.columns.article}</th>
          <th scope="col" className={styles.number}>
            {m.columns.words}
          </th>
          <th scope="col" className={styles.number}>
            {m.columns.claims}
          </th>
          <th scope="col" className={styles.number}>
            {m.columns.dropped}
          </th>
          <th scope="col">{m.columns.assignments}</th>
        </tr>
      </thead>
      <tbody>
        {articles.map((article) => (
          <tr key={article.id}>
            <th scope="row" className={styles.article}>
              <span className={styles.title} dir="auto">
                {article.title || m.untitled}
              </span>
              <Origin article={article} />
            </th>
            <td className={styles.number} data-label={m.columns.words}>
              {count(article.words)}
            </td>
            <td className={styles.number} data-label={m.columns.claims}>
              {count(article.claims)}
            </td>
            <td className={styles.number} data-label={m.columns.dropped}>
              {m.lines(article.dropped)}
            </td>
            <td className={styles.who} data-label={m.columns.assignments}>
              <Assignments article={article} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Origin({ article }: { article: ArticleSummary }) {
  const parts = [article.outlet, article.published_on && date(article.published_on)];
  const known = parts.filter(Boolean);
  return known.length > 0 && <span className={styles.origin}>{known.join(" · ")}</span>;
}

function Assignments({ article }: { article: ArticleSummary }) {
  if (article.assignments.length === 0) return <span className={styles.none}>{m.nobody}</span>;
  return (
    <ul className={styles.people}>
      {article.assignments.map(({ annotator, state, answered }) => (
        <li key={annotator}>
          {state === "done" && <CircleCheck size={15} aria-hidden className={styles.check} />}
          {annotator}{" "}
          <span className={styles.state}>
            {state === "done" ? m.done : m.answered(answered, article.claims)}
          </span>
        </li>
      ))}
    </ul>
  );
}
