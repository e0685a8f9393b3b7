import { count } from "@/lib/numbers";
import { PlaceAxis } from "./Axes";
import { Drawing } from "./Drawing";
import styles from "./Histogram.module.css";
import { linear } from "./scale";

export type Bin = {
  /** What the bar stands for, as in "4–6". */
  label: string;
  value: number;
  /** How high the bar of whom this is compared with would be, on the same scale. */
  other?: number;
};

type Props = {
  label: string;
  description: string;
  bins: readonly Bin[];
  /** How a value is written above its bar. */
  format?: (value: number) => string;
  height?: number;
};

const ABOVE = 22;
const BELOW = 26;
const GAP = 6;
const ROUND = 3;
/** Fewer pixels a bar than this, and the numbers above them would touch. */
const NARROW = 30;

/** Bars side by side with their values above, and lines for those that they are compared with. */
export function Histogram(props: Props) {
  const { label, description, bins, format = count, height = 240 } = props;
  const most = Math.max(0, ...bins.flatMap(({ value, other = 0 }) => [value, other]));
  const y = linear([0, most], [height - BELOW, ABOVE]);
  return (
    <Drawing label={label} description={description} height={height}>
      {(width) => {
        const step = width / Math.max(1, bins.length);
        const bar = Math.max(1, step - GAP);
        const middle = (at: number) => (at + 0.5) * step;
        return (
          <>
            {bins.map(({ label: bin, value, other }, at) => (
              <g key={bin}>
                {value > 0 && (
                  <path
                    className={styles.bar}
                    d={barOf(middle(at) - bar / 2, y(value), bar, height - BELOW)}
                  />
                )}
                {other !== undefined && (
                  <line
                    className={styles.other}
                    x1={middle(at) - bar / 2 - GAP / 2}
                    x2={middle(at) + bar / 2 + GAP / 2}
                    y1={y(other)}
                    y2={y(other)}
                  />
                )}
                {step >= NARROW && value > 0 && (
                  <text
                    className={styles.value}
                    x={middle(at)}
                    y={Math.min(y(value), y(other ?? 0)) - 7}
                    textAnchor="middle"
                    aria-hidden
                  >
                    {format(value)}
                  </text>
                )}
              </g>
            ))}
            <line
              className={styles.base}
              x1={0}
              x2={width}
              y1={height - BELOW}
              y2={height - BELOW}
            />
            <PlaceAxis
              ticks={bins.map(({ label: text }, value) => ({ value, text }))}
              at={middle}
              y={height - 8}
              room={Math.min(step, 34)}
            />
          </>
        );
      }}
    </Drawing>
  );
}

/** A bar that stands on the base, its upper corners rounded. */
function barOf(left: number, top: number, width: number, base: number): string {
  const round = Math.min(ROUND, width / 2, base - top);
  return [
    `M${left} ${base}V${top + round}`,
    `q0 ${-round} ${round} ${-round}h${width - 2 * round}q${round} 0 ${round} ${round}`,
    `V${base}Z`,
  ].join("");
}

/** The line of whom the bars are compared with, for a legend. */
export function OtherSample() {
  return (
    <svg viewBox="0 0 26 10" width={26} height={10} aria-hidden>
      <line className={styles.other} x1={1} x2={25} y1={5} y2={5} />
    </svg>
  );
}

/** The bars, for a legend. */
export function BarSample() {
  return (
    <svg viewBox="0 0 14 14" width={14} height={14} aria-hidden>
      <rect className={styles.bar} width={14} height={14} rx={ROUND} />
    </svg>
  );
}
