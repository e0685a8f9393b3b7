import { figuresMessages } from "@/app/messages/figures";
import { count } from "@/lib/numbers";
import styles from "./PairFigures.module.css";
import type { Pair } from "./queries";
import { biasOf, kappaOf, type Said, sameOf, splitsOf } from "./words";

const m = figuresMessages.pair;

/** How far two annotators agree, in four figures. */
export function PairFigures({ pair }: { pair: Pair }) {
  const bias = biasOf(pair);
  const splits = { headline: count(splitsOf(pair)), unit: "", text: m.splitText };
  return (
    <div className={styles.figures}>
      <Figure title={m.kappa} said={kappaOf(pair)} />
      <Figure title={m.percent} said={sameOf(pair)} />
      <Figure title={m.split} said={splits} />
      <section>
        <h2 className={styles.title}>{m.bias.title}</h2>
        <p className={styles.word}>{bias.kind}</p>
        <p className={styles.text}>{bias.text}</p>
      </section>
    </div>
  );
}

function Figure({ title, said }: { title: string; said: Said }) {
  return (
    <section>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.headline}>
        <span className={said.headline === m.undefined ? styles.none : styles.value}>
          {said.headline}
        </span>
        {said.unit && <span className={styles.unit}>{said.unit}</span>}
      </p>
      <p className={styles.text}>{said.text}</p>
    </section>
  );
}
