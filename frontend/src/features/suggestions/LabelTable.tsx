import { Fragment } from "react";
import type { LearnedFigures } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { classes } from "@/lib/classes";
import { count, percent } from "@/lib/numbers";
import { type TypeColor, TypeMark } from "@/ui/TypeMark";
import styles from "./LabelTable.module.css";

const m = leadMessages.suggestions;

export type LabelName = { name: string; color: TypeColor | undefined };

const WHOSE = [
  ["learned", m.model],
  ["rules", m.rules],
] as const;
const MEASURES = [
  ["precision", m.precision],
  ["recall", m.recall],
] as const;

type Props = {
  title: string;
  labels: LearnedFigures["labels"];
  nameOf: (label: string) => LabelName;
};

/** Precision and recall of each label, the model's beside the rules'. */
export function LabelTable({ title, labels, nameOf }: Props) {
  return (
    <>
      <table className={styles.table}>
        <caption className="visually-hidden">{m.byLabel(title)}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className={styles.name}>
              {m.label}
            </th>
            <th scope="col" rowSpan={2} className={styles.number}>
              {m.labelClaims}
            </th>
            {WHOSE.map(([whose, name]) => (
              <th key={whose} scope="colgroup" colSpan={2} className={styles.group}>
                {name}
              </th>
            ))}
          </tr>
          <tr>
            {WHOSE.map(([whose]) => (
              <Fragment key={whose}>
                {MEASURES.map(([measure, name]) => (
                  <th key={measure} scope="col" className={styles.number}>
                    {name}
                  </th>
                ))}
              </Fragment>
            ))}
          </tr>
        </thead>
        <tbody>
          {labels.map(({ label, claims, ...figures }) => {
            const { name, color } = nameOf(label);
            return (
              <tr key={label}>
                <th scope="row" className={styles.name}>
                  <span className={styles.label}>
                    {color && <TypeMark color={color} />}
                    {name}
                  </span>
                </th>
                <td className={styles.number}>
                  {count(claims)}
                  <span className={styles.narrow}> {m.ofClaims(claims)}</span>
                </td>
                {WHOSE.map(([whose, by]) => (
                  <Fragment key={whose}>
                    {MEASURES.map(([measure, what], place) => (
                      <td key={measure} className={classes(styles.number, styles[whose])}>
                        {place === 0 && (
                          <span className={classes(styles.narrow, styles.by)}>{by}</span>
                        )}
                        <span>
                          <span className={styles.narrow}>{what} </span>
                          {share(figures[whose][measure])}
                        </span>
                      </td>
                    ))}
                  </Fragment>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles.hint}>
        {m.precisionMeans} {m.recallMeans}
      </p>
    </>
  );
}

function share(value: number | null): string {
  return value === null ? m.none : percent(value);
}
