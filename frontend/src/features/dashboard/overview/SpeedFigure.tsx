import { figuresMessages } from "@/app/messages/figures";
import { classes } from "@/lib/classes";
import { decimals } from "@/lib/numbers";
import { dateTime, shortAgo } from "@/lib/time";
import type { Overview } from "@/parts/overview/queries";
import { Ago } from "@/ui/Ago";
import { useNow } from "@/ui/useNow";
import styles from "./HeadFigures.module.css";

const { speed: m, ...words } = figuresMessages.overview;

/** How long a claim takes. */
export function SpeedFigure({ overview }: { overview: Overview }) {
  const { n = 0, median = null, quartiles = null } = overview.figures?.seconds ?? {};
  return (
    <section>
      <h2 className={styles.title}>{m.title}</h2>
      {median === null ? (
        <>
          <p className={styles.headline}>
            <span className={classes(styles.value, styles.none)}>{m.none}</span>
          </p>
          <p className={styles.meaning}>{m.noneText}</p>
        </>
      ) : (
        <>
          <p className={styles.headline}>
            <span className={styles.value}>{decimals(median, 1)}</span>
            <span className={styles.unit}>{m.unit}</span>
          </p>
          {quartiles?.[0] !== undefined && quartiles[1] !== undefined && (
            <p className={styles.meaning}>
              {m.middle(decimals(quartiles[0], 1), decimals(quartiles[1], 1))}
            </p>
          )}
          <p className={styles.basis}>{m.of(n)}</p>
        </>
      )}
      <p className={styles.computed}>
        <Computed overview={overview} />
      </p>
    </section>
  );
}

/** When the overview was computed, and whether something has been added since. */
export function Computed({ overview }: { overview: Overview }) {
  const now = useNow(1000);
  const { computed_at: at, is_current: isCurrent } = overview;
  if (at === null) return words.notComputed;
  return (
    <>
      {words.computed}{" "}
      <Ago
        iso={at}
        relative={shortAgo(at, Math.max(now, Date.parse(at)))}
        absolute={dateTime(at)}
      />
      {!isCurrent && ` · ${words.catchingUp}`}
    </>
  );
}
