import type { ListedProposal } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { writtenIn } from "@/lib/writtenIn";
import styles from "./Effect.module.css";

const m = leadMessages.proposals;

/** The claims as they are, and as they would be. */
export function Effect({ proposal }: { proposal: ListedProposal }) {
  const { before, after, number, language, state } = proposal;
  const isDone = state === "accepted";
  return (
    <dl className={styles.effect}>
      <div className={styles.side}>
        <dt>{isDone ? m.wasBefore : m.before}</dt>
        <dd>
          <Quotes quotes={before} number={number} language={language} />
        </dd>
      </div>
      <div className={styles.side}>
        <dt>{isDone ? m.wasAfter : m.after}</dt>
        <dd>
          {after === null ? (
            <p className={styles.words}>{m.impossible}</p>
          ) : after.length === 0 ? (
            <p className={styles.words}>{m.noClaim}</p>
          ) : (
            <Quotes quotes={after} number={number} language={language} />
          )}
        </dd>
      </div>
    </dl>
  );
}

type QuotesProps = { quotes: readonly string[]; number: number; language: string };

function Quotes({ quotes, number, language }: QuotesProps) {
  return (
    <ol start={number} className={styles.quotes}>
      {quotes.map((quote) => (
        <li key={quote} {...writtenIn({ language })}>
          {quote}
        </li>
      ))}
    </ol>
  );
}
