import styles from "./ScaleBar.module.css";
import { RELIABLE, TENTATIVE } from "./standing";

const MARKS = [
  [TENTATIVE, ".667"],
  [RELIABLE, ".80"],
] as const;

/** Where an alpha lies between 0 and 1; a picture of the number that stands beside it. */
export function ScaleBar({ value }: { value: number | null }) {
  return (
    <div className={styles.scale} aria-hidden>
      <div className={styles.track}>
        {MARKS.map(([mark]) => (
          <span key={mark} className={styles.mark} style={at(mark)} />
        ))}
        {value !== null && <span className={styles.value} style={at(value)} />}
      </div>
      {MARKS.map(([mark, label]) => (
        <span key={mark} className={styles.label} style={at(mark)}>
          {label}
        </span>
      ))}
    </div>
  );
}

function at(value: number) {
  return { insetInlineStart: `${Math.min(Math.max(value, 0), 1) * 100}%` };
}
