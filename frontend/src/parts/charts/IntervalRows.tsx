import type { ReactNode } from "react";
import { classes } from "@/lib/classes";
import styles from "./IntervalRows.module.css";
import { linear } from "./scale";

export type IntervalRow = {
  key: string | number;
  /** Plain text, or a link. */
  name: ReactNode;
  value: number | null;
  low: number | null;
  high: number | null;
  /** How the value is written; where there is none, why. */
  text: string;
  /** What stands behind it, as in "n 347". */
  note?: string;
  /** Where the value should lie: a frame behind it. */
  expected?: readonly [low: number, high: number] | null;
  /** A diamond in another color instead of a disc; said in words by `markedText`. */
  isMarked?: boolean;
  /** Told to screen readers with the value: the interval, and what the mark means. */
  spoken: string;
};

type Props = {
  label: string;
  /** What the columns hold, for screen readers: name, value with interval, note. */
  columns: readonly [name: string, value: string, note: string];
  rows: readonly IntervalRow[];
  domain: readonly [number, number];
  ticks: readonly { value: number; text: string }[];
  /** A dotted line across all rows. */
  reference?: number | null;
};

/** Values with their intervals, a row each, on one scale: a table that is also a caterpillar plot. */
export function IntervalRows({ label, columns, rows, domain, ticks, reference = null }: Props) {
  const at = (value: number) => share(linear(domain, [0, 100])(value));
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{label}</caption>
      <thead className="visually-hidden">
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className={classes(row.isMarked && styles.marked)}>
            <th scope="row" className={styles.name}>
              <span className={styles.label}>{row.name}</span>
            </th>
            <td className={styles.track}>
              <svg width="100%" height="100%" aria-hidden>
                <Expected expected={row.expected ?? null} at={at} domain={domain} />
                <Lines ticks={ticks} at={at} reference={reference} />
                <Mark row={row} at={at} />
              </svg>
              <span className="visually-hidden">{row.spoken}</span>
            </td>
            <td className={styles.value}>
              {row.value === null ? (
                <span className={styles.none}>{row.text}</span>
              ) : (
                <strong>{row.text}</strong>
              )}
              {row.note && <span className={styles.note}>{row.note}</span>}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot aria-hidden>
        <tr>
          <td />
          <td className={classes(styles.track, styles.scale)}>
            <svg width="100%" height={20} aria-hidden>
              {ticks.map(({ value, text }) => (
                <text key={value} className={styles.tick} x={at(value)} y={14} textAnchor="middle">
                  {text}
                </text>
              ))}
            </svg>
          </td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

const share = (percent: number) => `${Math.min(100, Math.max(0, percent))}%`;

type At = (value: number) => string;
type LinesProps = Pick<Props, "ticks"> & { at: At; reference: number | null };

function Lines({ ticks, at, reference }: LinesProps) {
  return (
    <>
      {ticks.map(({ value }) => (
        <line key={value} className={styles.grid} x1={at(value)} x2={at(value)} y1={0} y2="100%" />
      ))}
      {reference !== null && (
        <line className={styles.reference} x1={at(reference)} x2={at(reference)} y1={0} y2="100%" />
      )}
    </>
  );
}

type ExpectedProps = {
  expected: readonly [low: number, high: number] | null;
  at: At;
  domain: Props["domain"];
};

function Expected({ expected, at, domain: [from, to] }: ExpectedProps) {
  if (!expected) return null;
  const width = share((100 * (expected[1] - expected[0])) / (to - from));
  return (
    <rect className={styles.expected} x={at(expected[0])} y="16%" width={width} height="68%" />
  );
}

function Mark({ row: { value, low, high, isMarked }, at }: { row: IntervalRow; at: At }) {
  if (value === null) return null;
  // An SVG of its own is placed by percent, and what is in it by pixels from there.
  return (
    <svg y="50%" overflow="visible" aria-hidden>
      {low !== null && high !== null && (
        <g className={styles.interval}>
          <line x1={at(low)} x2={at(high)} y1={0} y2={0} />
          <line x1={at(low)} x2={at(low)} y1={-4} y2={4} />
          <line x1={at(high)} x2={at(high)} y1={-4} y2={4} />
        </g>
      )}
      <svg x={at(value)} overflow="visible" aria-hidden>
        {isMarked ? (
          <path className={styles.point} d={DIAMOND} />
        ) : (
          <circle className={styles.point} r={5} />
        )}
      </svg>
    </svg>
  );
}

const DIAMOND = "M0 -7L7 0L0 7L-7 0Z";

/** The marks of the rows, for a legend. */
export function MarkSample({ isMarked = false }: { isMarked?: boolean }) {
  return (
    <svg viewBox="-8 -8 16 16" width={16} height={16} aria-hidden>
      <g className={classes(isMarked && styles.marked)}>
        {isMarked ? (
          <path className={styles.point} d={DIAMOND} />
        ) : (
          <circle className={styles.point} r={5} />
        )}
      </g>
    </svg>
  );
}

/** The frame of what is expected, for a legend. */
export function ExpectedSample() {
  return (
    <svg viewBox="0 0 20 14" width={20} height={14} aria-hidden>
      <rect className={styles.expected} x={1} y={1} width={18} height={12} />
    </svg>
  );
}

/** The reference line, for a legend. */
export function ReferenceSample() {
  return (
    <svg viewBox="0 0 26 10" width={26} height={10} aria-hidden>
      <line className={styles.reference} x1={1} x2={25} y1={5} y2={5} />
    </svg>
  );
}
