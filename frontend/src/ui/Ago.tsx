import { useId, useState } from "react";
import { classes } from "@/lib/classes";
import styles from "./Ago.module.css";

type Props = { iso: string; relative: string; absolute: string };

/** A moment said relatively; pointing at it, focusing or tapping it gives the exact one. */
export function Ago({ iso, relative, absolute }: Props) {
  const id = useId();
  const [dismissed, dismiss] = useState(false);
  return (
    <span className={styles.ago}>
      <button
        type="button"
        className={styles.shown}
        aria-describedby={id}
        onBlur={() => dismiss(false)}
        onMouseEnter={() => dismiss(false)}
        onKeyDown={(event) => event.key === "Escape" && dismiss(true)}
      >
        <time dateTime={iso}>{relative}</time>
      </button>
      <span id={id} role="tooltip" className={classes(styles.tip, dismissed && styles.dismissed)}>
        {absolute}
      </span>
    </span>
  );
}
