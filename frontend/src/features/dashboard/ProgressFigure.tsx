import type { Progress } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { ProgressBar } from "@/ui/ProgressBar";
import styles from "./Figures.module.css";

const m = leadMessages.dashboard;

export function ProgressFigure({ progress }: { progress: Progress }) {
  const { answers, answers_needed: needed } = progress;
  return (
    <section>
      <h2 className={styles.title}>{m.progress}</h2>
      <p className={styles.headline}>
        <span className={styles.value}>{wholePercent(answers, needed)}</span>
        <span className={styles.unit}>%</span>
      </p>
      <div className={styles.bar}>
        <ProgressBar value={answers} max={needed} label={m.progress} className={styles.wide} />
      </div>
      <p className={styles.meaning}>
        {needed === 0 ? m.progressNone : m.answersOf(answers, needed)}
      </p>
      <p className={styles.basis}>
        {m.progressOf(progress.articles, progress.claims, progress.overlap)}
      </p>
    </section>
  );
}

/** Round, but to neither end before it is reached. */
export function wholePercent(part: number, whole: number): number {
  if (whole === 0 || part === 0) return 0;
  if (part >= whole) return 100;
  return Math.min(99, Math.max(1, Math.round((part / whole) * 100)));
}
