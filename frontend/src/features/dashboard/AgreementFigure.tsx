import type { Figure } from "@/api/types";
import { messages } from "@/app/messages";
import { classes } from "@/lib/classes";
import { dateTime, shortAgo } from "@/lib/time";
import { Ago } from "@/ui/Ago";
import { useNow } from "@/ui/useNow";
import styles from "./Figures.module.css";
import { ScaleBar } from "./ScaleBar";
import type { Reading } from "./standing";
import { basisOf, headlineOf, meaningOf, percentAgreementOf } from "./words";

const m = messages.dashboard;

type Props = {
  title: string;
  level: Figure["level"];
  reading: Reading;
  /** All claims of the project. */
  claims: number;
  computedAt: string | null;
  skewMs: number;
};

export function AgreementFigure({ title, level, reading, claims, computedAt, skewMs }: Props) {
  const basis = basisOf(reading);
  const share = percentAgreementOf(reading);
  const isDefined = reading.value !== null;
  return (
    <section>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.headline}>
        <span className={classes(styles.value, !isDefined && styles.none)}>
          {headlineOf(reading)}
        </span>
        {isDefined && <span className={styles.unit}>{m.coefficient[level]}</span>}
      </p>
      <ScaleBar value={reading.value} />
      <p className={styles.meaning}>{meaningOf(reading, claims)}</p>
      {basis && <p className={styles.basis}>{basis}</p>}
      <p className={styles.basis}>
        {share && <span className={styles.share}>{share}</span>}
        {computedAt && <Computed at={computedAt} skewMs={skewMs} />}
      </p>
    </section>
  );
}

function Computed({ at, skewMs }: { at: string; skewMs: number }) {
  const now = useNow(1000) + skewMs;
  return (
    <>
      {m.computed} <Ago iso={at} relative={shortAgo(at, now)} absolute={dateTime(at)} />
    </>
  );
}
