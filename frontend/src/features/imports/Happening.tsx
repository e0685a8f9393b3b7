import { type ReactNode, useEffect, useRef, useState } from "react";
import type { ArticleImport } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { count } from "@/lib/numbers";
import { dateTime, timeAgo } from "@/lib/time";
import { Ago } from "@/ui/Ago";
import { Message } from "@/ui/Message";
import { ProgressBar } from "@/ui/ProgressBar";
import { StateMark } from "@/ui/StateMark";
import { useNow } from "@/ui/useNow";
import styles from "./Happening.module.css";

const m = leadMessages.imports;

/** How far an import is: its state, its bar, and what became of the rows so far. */
export function Happening({ found, children }: { found: ArticleImport; children: ReactNode }) {
  const now = useNow(30_000);
  const { state, total, done, created_at, ended_at } = found;
  const figures = [
    { label: m.stored, value: found.stored, text: m.storedText, tone: styles.stored },
    { label: m.duplicates, value: found.duplicates, text: m.duplicatesText, tone: undefined },
    {
      label: m.failures,
      value: found.failed,
      text: m.failuresText,
      tone: found.failed > 0 ? styles.failed : undefined,
    },
  ];
  const when = ended_at ?? created_at;
  return (
    <section className={styles.card} aria-label={m.importOf(found.name)}>
      <div className={styles.top}>
        <StateMark state={state}>{m.states[state]}</StateMark>
        <span className={styles.when}>
          {ended_at ? m.endedWord : m.begunWord}{" "}
          <Ago iso={when} relative={timeAgo(when, now)} absolute={dateTime(when)} />
        </span>
      </div>
      <p className={styles.sentence}>{m.sentences[state]}</p>
      <div className={styles.progress}>
        <ProgressBar
          value={total === null ? 0 : done}
          max={total ?? 1}
          label={m.progress}
          className={styles.bar}
        />
        <p className={styles.rows}>{total === null ? m.counting : m.doneOf(done, total)}</p>
      </div>
      <dl className={styles.figures}>
        {figures.map(({ label, value, text, tone }) => (
          <div key={label} className={styles.figure}>
            <dt>{label}</dt>
            <dd>
              <span className={tone}>{count(value)}</span>
              <small>{text}</small>
            </dd>
          </div>
        ))}
      </dl>
      {found.error && <Message tone="error">{found.error}</Message>}
      {children}
      <Announcement found={found} />
    </section>
  );
}

/** Say when an import has come to another state; not every row that it passes. */
function Announcement({ found }: { found: ArticleImport }) {
  const last = useRef(found.state);
  const [said, say] = useState("");
  const { state, stored, failed } = found;
  useEffect(() => {
    if (last.current === state) return;
    last.current = state;
    say(m.announced(m.states[state], stored, failed));
  }, [state, stored, failed]);
  return (
    <p role="status" className="visually-hidden">
      {said}
    </p>
  );
}
