import type { ConfidencePoint } from "@/api/types";
import { messages } from "@/app/messages";
import { classes } from "@/lib/classes";
import styles from "./ConfidenceScale.module.css";

const ONE_ROW = 5;

type Props = {
  points: readonly ConfidencePoint[];
  chosen: number | null;
  isInForce: boolean;
  onChoose: (value: number) => void;
};

/** Step 2: how sure the annotator is of step 1. */
export function ConfidenceScale({ points, chosen, isInForce, onChoose }: Props) {
  return (
    <fieldset
      data-question
      data-in-force={isInForce || undefined}
      className={classes(styles.question, isInForce && styles.inForce)}
    >
      <legend className={styles.heading}>{messages.annotate.howSure}</legend>
      <div className={classes(styles.scale, points.length > ONE_ROW && styles.twoRows)}>
        {points.map((point) => (
          <button
            key={point.value}
            type="button"
            disabled={!isInForce}
            className={styles.point}
            aria-pressed={chosen === point.value}
            aria-keyshortcuts={isInForce ? String(point.value) : undefined}
            onClick={() => onChoose(point.value)}
          >
            <span className={styles.value}>{point.value}</span>
            <span className={styles.word}>{point.word}</span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
