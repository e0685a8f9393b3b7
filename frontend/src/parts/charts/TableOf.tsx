import styles from "./ChartPanel.module.css";
import { type ChartTable, cellText } from "./table";

type Props = { table: ChartTable; label: string };

/** A chart as a table, in a box of its own that scrolls where it is large. */
export function TableOf({ table: { columns, rows }, label }: Props) {
  const isNumber = columns.map((_, at) => rows.some((row) => typeof row[at] === "number"));
  const alignOf = (at: number) => (isNumber[at] ? styles.number : undefined);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className={styles.scroll} aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ label: column }, at) => (
              <th key={column} scope="col" className={alignOf(at)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and keep no state.
            <tr key={line}>
              {row.map((cell, at) => {
                const Cell = at === 0 ? "th" : "td";
                return (
                  <Cell
                    key={columns[at]?.label ?? at}
                    scope={at === 0 ? "row" : undefined}
                    className={alignOf(at)}
                  >
                    {cellText(cell, columns[at])}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
