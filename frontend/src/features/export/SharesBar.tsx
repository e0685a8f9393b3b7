import { classes } from "@/lib/classes";
import styles from "./SharesBar.module.css";
import type { SplitName } from "./types";
import { SPLIT_NAMES } from "./words";

/** How large the splits are beside each other: decoration beside their numbers. */
export function SharesBar({ shares }: { shares: Record<SplitName, number> }) {
  return (
    <span className={styles.bar} aria-hidden>
      {SPLIT_NAMES.map((name) => (
        <span
          key={name}
          className={classes(styles.part, styles[name])}
          style={{ flexGrow: shares[name] }}
          hidden={shares[name] === 0}
        />
      ))}
    </span>
  );
}
