import type { ConfidencePoint } from "@/api/types";
import { messages } from "@/app/messages";
import { classes } from "@/lib/classes";
import { type TypeColor, typeStyles } from "@/ui/TypeMark";
import styles from "./ConfidenceScale.module.css";

const ONE_ROW = 5;

type Props = {
  points: readonly ConfidencePoint[];
  chosen: number | null;
  /** That of the source type of which it is asked. */
  color?: TypeColor | undefined;
  isInForce: boolean;
  onChoose: (value: number) => void;
};

/** Step 2: how sure the annotator is of step 1. */
export function ConfidenceScale({ points, chosen, color, isInForce, onChoose }: Props) {
  return (
    <fieldset
      data-question
      data-in-force={isInForce || undefined}
      className={classes(styles.question, isInForce && styles.inForce, color && typeStyles(color))}
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
