import { bare, decimals } from "@/lib/numbers";
import styles from "./ScaleBar.module.css";
import { RELIABLE, TENTATIVE } from "./standing";

const MARKS = [
  [TENTATIVE, bare(decimals(TENTATIVE, 3))],
  [RELIABLE, bare(decimals(RELIABLE))],
] as const;

type Props = {
  value: number | null;
  low?: number | null | undefined;
  high?: number | null | undefined;
  /** The same in words. */
  label: string;
};

/** Where an alpha and its interval lie between 0 and 1. */
export function ScaleBar({ value, low = null, high = null, label }: Props) {
  return (
    <div className={styles.scale} role="img" aria-label={label}>
      <div className={styles.track}>
        {low !== null && high !== null && (
          <span className={styles.interval} style={between(low, high)} />
        )}
        {MARKS.map(([mark]) => (
          <span key={mark} className={styles.mark} style={at(mark)} />
        ))}
        {value !== null && <span className={styles.value} style={at(value)} />}
      </div>
      {MARKS.map(([mark, text]) => (
        <span key={mark} className={styles.label} style={at(mark)}>
          {text}
        </span>
      ))}
    </div>
  );
}

const at = (value: number) => ({ insetInlineStart: share(value) });

const between = (low: number, high: number) => ({
  insetInlineStart: share(low),
  insetInlineEnd: share(1 - high),
});

function share(value: number): string {
  return `${Math.min(Math.max(value, 0), 1) * 100}%`;
}
