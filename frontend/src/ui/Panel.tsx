import { type ReactNode, useId } from "react";
import { classes } from "@/lib/classes";
import styles from "./Panel.module.css";

type Props = {
  title: string;
  text?: ReactNode;
  /** Shown at the end of the title's line. */
  aside?: ReactNode;
  children?: ReactNode;
  className?: string | undefined;
};

/** A card with a heading. */
export function Panel({ title, text, aside, children, className }: Props) {
  const heading = useId();
  return (
    <section className={classes(styles.panel, className)} aria-labelledby={heading}>
      <div className={styles.head}>
        <h2 id={heading} className={styles.title}>
          {title}
        </h2>
        {aside}
      </div>
      {text && <p className={styles.text}>{text}</p>}
      {children}
    </section>
  );
}
