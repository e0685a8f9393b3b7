import type { ReactNode } from "react";
import styles from "./FourFigures.module.css";

/** Four large figures side by side, at the head of a page. */
export function FourFigures({ children }: { children: ReactNode }) {
  return <div className={styles.figures}>{children}</div>;
}

type Props = {
  title: string;
  /** Null where there is none: then `none` is said instead. */
  value: string | null;
  none?: string;
  unit?: string;
  children?: ReactNode;
};

export function LargeFigure({ title, value, none, unit, children }: Props) {
  return (
    <section>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.headline}>
        <span className={value === null ? styles.none : styles.value}>{value ?? none}</span>
        {value !== null && unit && <span className={styles.unit}>{unit}</span>}
      </p>
      {children}
    </section>
  );
}

/** A line under a figure, which says what it is of. */
export function FigureText({ children }: { children: ReactNode }) {
  return <p className={styles.text}>{children}</p>;
}
