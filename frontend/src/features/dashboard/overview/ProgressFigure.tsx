import { figuresMessages } from "@/app/messages/figures";
import { wholePercent } from "@/parts/overview/percent";
import { ProgressBar } from "@/ui/ProgressBar";
import styles from "./HeadFigures.module.css";

const m = figuresMessages.overview.progress;

type Props = {
  progress: {
    answers: number;
    answers_needed: number;
    articles: number;
    claims: number;
  };
  /** Whether other figures are of chosen answers: this one never is. */
  isFiltered: boolean;
};

/** How much of the work is done. */
export function ProgressFigure({ progress, isFiltered }: Props) {
  const { answers, answers_needed: needed, articles, claims } = progress;
  return (
    <section>
      <h2 className={styles.title}>{m.title}</h2>
      <p className={styles.headline}>
        <span className={styles.value}>{wholePercent(answers, needed)}</span>
        <span className={styles.unit}>%</span>
      </p>
      <div className={styles.bar}>
        <ProgressBar value={answers} max={needed} label={m.title} className={styles.wide} />
      </div>
      <p className={styles.meaning}>{needed === 0 ? m.none : m.answersOf(answers, needed)}</p>
      <p className={styles.basis}>{m.of(articles, claims)}</p>
      {isFiltered && <p className={styles.basis}>{m.ofAll}</p>}
    </section>
  );
}
