import Info from "lucide-react/icons/info";
import type { ReactNode } from "react";
import type { Figure } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { classes } from "@/lib/classes";
import { dateTime, shortAgo } from "@/lib/time";
import { Ago } from "@/ui/Ago";
import { useNow } from "@/ui/useNow";
import styles from "./Figures.module.css";
import { ScaleBar } from "./ScaleBar";
import type { Reading } from "./standing";
import {
  barTextOf,
  basisOf,
  cautionsOf,
  gwetOf,
  headlineOf,
  intervalOf,
  meaningOf,
  percentAgreementOf,
  probabilityOf,
} from "./words";

const m = leadMessages.dashboard;

type Props = {
  title: string;
  level: Figure["level"];
  reading: Reading;
  /** All claims of the project. */
  claims: number;
  /** Whether there are answers that do not count: skipped, or left out by the filters. */
  isAnyLeftOut: boolean;
  computedAt: string | null;
  skewMs: number;
  /** What a reader can do with the figure. */
  children?: ReactNode;
};

export function AgreementFigure(props: Props) {
  const { title, level, reading, claims, isAnyLeftOut, computedAt, skewMs, children } = props;
  const isDefined = reading.value !== null;
  const { low, high } = reading.figure?.interval ?? {};
  const interval = intervalOf(reading);
  const probability = probabilityOf(reading);
  const beside = [percentAgreementOf(reading), gwetOf(reading), basisOf(reading)].filter(
    (text) => text !== null,
  );
  const cautions = cautionsOf(reading);
  return (
    <section>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.headline}>
        <span className={classes(styles.value, !isDefined && styles.none)}>
          {headlineOf(reading)}
        </span>
        {isDefined && <span className={styles.unit}>{m.coefficient[level]}</span>}
      </p>
      <ScaleBar value={reading.value} low={low} high={high} label={barTextOf(reading)} />
      {interval && <p className={styles.interval}>{interval}</p>}
      <p className={styles.meaning}>
        {meaningOf(reading, claims, isAnyLeftOut)}
        {probability && <span className={styles.probability}> {probability}</span>}
      </p>
      {beside.length > 0 && (
        <p className={styles.bases}>
          {beside.map((text) => (
            <span key={text} className={styles.fact}>
              {text}
            </span>
          ))}
        </p>
      )}
      {cautions.length > 0 && (
        <ul className={styles.cautions}>
          {cautions.map((text) => (
            <li key={text}>
              <Info size={14} aria-hidden />
              {text}
            </li>
          ))}
        </ul>
      )}
      {(computedAt || children) && (
        <div className={styles.foot}>
          {children}
          {computedAt && (
            <p className={styles.computed}>
              <Computed at={computedAt} skewMs={skewMs} />
            </p>
          )}
        </div>
      )}
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
