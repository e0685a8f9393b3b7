import styles from "./Counts.module.css";

type Props = { counts: readonly (readonly [label: string, value: string])[]; isSmall?: boolean };

/** A few figures in a row, each under its label. */
export function Counts({ counts, isSmall }: Props) {
  return (
    <dl className={styles.counts} data-small={isSmall}>
      {counts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
