import CircleCheck from "lucide-react/icons/circle-check";
import Flag from "lucide-react/icons/flag";
import X from "lucide-react/icons/x";
import { Link } from "wouter";
import type { ArticleSummary } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { classes } from "@/lib/classes";
import { count } from "@/lib/numbers";
import { date } from "@/lib/time";
import cards from "@/ui/Cards.module.css";
import styles from "./ArticleTable.module.css";

const m = leadMessages.articles;
const { assigning } = leadMessages;

type Assignment = ArticleSummary["assignments"][number];

/** What a lead can do in the list. */
export type Hands = {
  selected: ReadonlySet<number>;
  onSelect: (selected: ReadonlySet<number>) => void;
  onWithdraw: (article: ArticleSummary, assignment: Assignment) => void;
};

type Props = {
  articles: ArticleSummary[];
  /** Where the page of an article is. */
  hrefOf: (article: number) => string;
  hands?: Hands;
};

export function ArticleTable({ articles, hrefOf, hands }: Props) {
  return (
    <table className={classes(cards.cards, styles.table)}>
      <caption className="visually-hidden">{m.title}</caption>
      <thead>
        <tr>
          {hands && (
            <td className={styles.select}>
              <SelectAll articles={articles} hands={hands} />
            </td>
          )}
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
            {hands && (
              <td className={styles.select}>
                <input
                  type="checkbox"
                  aria-label={assigning.select(article.title || m.untitled)}
                  checked={hands.selected.has(article.id)}
                  onChange={(event) => {
                    const selected = new Set(hands.selected);
                    if (event.target.checked) selected.add(article.id);
                    else selected.delete(article.id);
                    hands.onSelect(selected);
                  }}
                />
              </td>
            )}
            <th scope="row" className={styles.article}>
              <Link
                href={hrefOf(article.id)}
                className={styles.title}
                dir="auto"
                lang={(article.title && article.language) || undefined}
              >
                {article.title || m.untitled}
              </Link>
              <Origin article={article} />
              {article.remarks > 0 && (
                <span className={styles.remarks}>
                  <Flag size={13} aria-hidden />
                  {m.remarks(article.remarks)}
                </span>
              )}
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
              <Assignments article={article} hands={hands} />
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

function SelectAll({ articles, hands }: { articles: ArticleSummary[]; hands: Hands }) {
  const count = articles.filter((one) => hands.selected.has(one.id)).length;
  const areAll = count === articles.length;
  return (
    <input
      ref={(box) => {
        if (box) box.indeterminate = count > 0 && !areAll;
      }}
      type="checkbox"
      aria-label={assigning.selectAll}
      checked={areAll}
      onChange={() => hands.onSelect(new Set(areAll ? [] : articles.map((one) => one.id)))}
    />
  );
}

function Assignments({ article, hands }: { article: ArticleSummary; hands: Hands | undefined }) {
  if (article.assignments.length === 0) return <span className={styles.none}>{m.nobody}</span>;
  return (
    <ul className={styles.people}>
      {article.assignments.map((one) => (
        <li key={one.id}>
          {one.state === "done" && <CircleCheck size={15} aria-hidden className={styles.check} />}
          {one.annotator} <span className={styles.state}>{stateOf(article, one)}</span>
          {hands && isHeld(one) && (
            <button
              type="button"
              aria-label={assigning.withdraw(article.title || m.untitled, one.annotator)}
              title={assigning.withdraw(article.title || m.untitled, one.annotator)}
              className={styles.withdraw}
              onClick={() => hands.onWithdraw(article, one)}
            >
              <X size={14} aria-hidden />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function isHeld({ state }: Assignment): boolean {
  return state === "open" || state === "done";
}

function stateOf(article: ArticleSummary, { state, answered, by_name }: Assignment): string {
  if (state === "done") return m.done;
  const answers = m.answered(answered, article.claims);
  if (state !== "open") return `${answers}, ${assigning.states[state]}`;
  return by_name ? `${answers}, ${assigning.byName}` : answers;
}
