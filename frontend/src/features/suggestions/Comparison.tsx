import { useId } from "react";
import type { LearnedFigures } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { classes } from "@/lib/classes";
import { percent } from "@/lib/numbers";
import styles from "./Comparison.module.css";
import { type LabelName, LabelTable } from "./LabelTable";
import { verdictOf } from "./verdict";

const m = leadMessages.suggestions;

type Props = {
  title: string;
  figures: LearnedFigures;
  nameOf: (label: string) => LabelName;
  note?: string;
};

/** How often the model is right, and the rules alone on the same claims. */
export function Comparison({ title, figures, nameOf, note }: Props) {
  const heading = useId();
  const { learned, rules, gain, claims, articles, labels } = figures;
  const verdict = verdictOf(gain);
  return (
    <section aria-labelledby={heading} className={styles.section}>
      <h3 id={heading}>{title}</h3>
      <p className={styles.verdict}>
        <strong className={classes(styles.word, styles[verdict])}>{m.verdicts[verdict]}</strong>
        {m.by[verdict](gain.value, gain.low, gain.high)}
      </p>
      <dl className={styles.bars}>
        <Bar name={m.model} share={learned} isModel />
        <Bar name={m.rules} share={rules} />
      </dl>
      <p className={styles.hint}>
        {m.testedOn(claims, articles)} {note}
      </p>
      <LabelTable title={title} labels={labels} nameOf={nameOf} />
    </section>
  );
}

type BarProps = { name: string; share: LearnedFigures["rules"]; isModel?: boolean };

function Bar({ name, share: { value, low, high }, isModel = false }: BarProps) {
  return (
    <div className={classes(styles.bar, isModel && styles.model)}>
      <dt>{name}</dt>
      <dd>
        <span className={styles.track} aria-hidden>
          <span
            className={styles.interval}
            style={{ insetInlineStart: at(low), insetInlineEnd: at(1 - high) }}
          />
          <span className={styles.value} style={{ insetInlineStart: at(value) }} />
        </span>
        <span className={styles.figure} aria-hidden>
          <b>{percent(value)}</b> <small>{m.interval(low, high)}</small>
        </span>
        <span className="visually-hidden">{m.right(value, low, high)}</span>
      </dd>
    </div>
  );
}

function at(share: number): string {
  return `${Math.min(Math.max(share, 0), 1) * 100}%`;
}
