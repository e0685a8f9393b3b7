import { Link } from "wouter";
import { figuresMessages } from "@/app/messages/figures";
import { classes } from "@/lib/classes";
import { count } from "@/lib/numbers";
import { type Types, typeNamed } from "@/parts/overview/types";
import { Panel } from "@/ui/Panel";
import { TypeMark, typeColor, typeStyles } from "@/ui/TypeMark";
import styles from "./Confusion.module.css";
import type { Pair } from "./queries";
import { stepOf, usedLabels } from "./words";

const m = figuresMessages.pair.confusion;
/** How dark the cells of a split are; by the most claims of one. */
const STEPS = [undefined, styles.step1, styles.step2, styles.step3, styles.step4] as const;

/** In pixels: where there is less room, the table scrolls. */
const [NAMES_WIDTH, CELL_WIDTH] = [118, 80];

type Names = { one: string; other: string };

type Props = {
  pair: Pair;
  names: Names;
  types: Types;
  /** The labels whose claims are listed, as in the address. */
  of: string | null;
  hrefOf: (labels: string | null) => string;
};

/** Claims by what the one and the other says of them; a number lists its claims. */
export function Confusion({ pair, names, types, of, hrefOf }: Props) {
  const used = usedLabels(pair);
  const most = Math.max(
    0,
    ...pair.confusion.flatMap((row, at) => row.filter((_, other) => other !== at)),
  );
  return (
    <Panel title={m.title} text={m.text(names.one, names.other)} className={styles.panel}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={m.box}>
        <table
          className={styles.table}
          style={{ minWidth: NAMES_WIDTH + used.length * CELL_WIDTH }}
        >
          <caption className="visually-hidden">{m.title}</caption>
          <thead>
            <tr>
              <td className={styles.corner}>{m.corner(names.one, names.other)}</td>
              {used.map(({ key }) => (
                <th
                  key={key}
                  scope="col"
                  aria-label={m.says(names.other, typeNamed(types, key).name)}
                >
                  <Type types={types} label={key} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {used.map((one) => (
              <tr key={one.key}>
                <th scope="row" aria-label={m.says(names.one, typeNamed(types, one.key).name)}>
                  <Type types={types} label={one.key} />
                </th>
                {used.map((other) => {
                  const claims = pair.confusion[one.at]?.[other.at] ?? 0;
                  const labels = `${one.key},${other.key}`;
                  return (
                    <td key={other.key}>
                      {claims === 0 ? (
                        <span className={styles.zero}>0</span>
                      ) : (
                        <Link
                          href={hrefOf(of === labels ? null : labels)}
                          aria-current={of === labels ? "true" : undefined}
                          aria-label={m.cell(
                            claims,
                            names.one,
                            typeNamed(types, one.key).name,
                            names.other,
                            typeNamed(types, other.key).name,
                          )}
                          className={classes(
                            styles.cell,
                            one.at === other.at
                              ? classes(
                                  styles.same,
                                  typeStyles(typeColor(typeNamed(types, one.key).color)),
                                )
                              : STEPS[stepOf(claims, most)],
                          )}
                        >
                          {count(claims)}
                        </Link>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Panel>
  );
}

function Type({ types, label }: { types: Types; label: string }) {
  const { name, color } = typeNamed(types, label);
  return (
    <span className={styles.type}>
      <TypeMark color={typeColor(color)} />
      <span>{name}</span>
    </span>
  );
}
