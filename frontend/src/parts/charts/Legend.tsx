import type { ReactNode } from "react";
import styles from "./Legend.module.css";

type Props = { items: readonly { sample: ReactNode; text: string }[] };

/** What the lines and shapes of a chart stand for. */
export function Legend({ items }: Props) {
  return (
    <ul className={styles.legend}>
      {items.map(({ sample, text }) => (
        <li key={text}>
          {sample}
          {text}
        </li>
      ))}
    </ul>
  );
}

/** A piece of a line as it is drawn in the chart; `className` gives its stroke. */
export function LineSample({
  className,
  dashes,
}: {
  className?: string | undefined;
  dashes?: string;
}) {
  return (
    <svg viewBox="0 0 26 10" width={26} height={10} aria-hidden>
      <line
        x1={1}
        x2={25}
        y1={5}
        y2={5}
        stroke="currentColor"
        strokeWidth={2}
        strokeDasharray={dashes}
        className={className}
      />
    </svg>
  );
}
