import { type KeyboardEvent, memo, useMemo, useRef, useState } from "react";
import { Link } from "wouter";
import { figuresMessages } from "@/app/messages/figures";
import { classes } from "@/lib/classes";
import styles from "./PairGrid.module.css";
import { type CellView, finder, type Person, STEP_COUNT, viewOf } from "./pairTable";
import type { PairCell } from "./panelQueries";

const m = figuresMessages.pairs;
/** With more people than this, cells stop sharing the width and the box scrolls. */
const FITTING = 8;

type Props = {
  people: readonly Person[];
  cells: readonly PairCell[];
  enough: number;
  hrefOf: (one: number, other: number) => string;
};

/** The lower triangle of everybody against everybody. One cell takes Tab; arrows move between them. */
export function PairGrid({ people, cells, enough, hrefOf }: Props) {
  const views = useMemo(() => viewsOf(people, cells, enough), [people, cells, enough]);
  const table = useRef<HTMLTableElement>(null);
  const [active, activate] = useState<Place>({ row: 0, column: 0 });
  const rows = people.slice(1);
  const columns = people.slice(0, -1);
  const here = {
    row: Math.min(active.row, rows.length - 1),
    column: Math.min(active.column, Math.min(active.row, rows.length - 1)),
  };
  const move = (event: KeyboardEvent) => {
    const to = moved(event.key, here, rows.length);
    if (!to || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    activate(to);
    table.current?.querySelector<HTMLElement>(`[data-at="${to.row}-${to.column}"]`)?.focus();
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section className={styles.scroll} aria-label={m.box} tabIndex={0}>
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrows move in it.
          role="grid"
          aria-label={m.grid}
          className={classes(styles.table, people.length > FITTING && styles.large)}
          onKeyDown={move}
        >
          <thead>
            <tr>
              <td />
              {columns.map(({ id, name, short }) => (
                <th key={id} scope="col" title={name}>
                  {short}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((one, row) => (
              <tr key={one.id}>
                <th scope="row" title={one.name}>
                  {one.short}
                </th>
                {columns.slice(0, row + 1).map((other, column) => (
                  <td key={other.id}>
                    <Cell
                      view={views[row]?.[column] ?? NONE}
                      href={hrefOf(other.id, one.id)}
                      at={`${row}-${column}`}
                      isActive={row === here.row && column === here.column}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className={styles.legend}>
        <span>{m.less}</span>
        <span className={styles.samples}>
          {Array.from({ length: STEP_COUNT }, (_, step) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its number.
            <span key={step} className={classes(styles.sample, styles[`step${step}`])} />
          ))}
        </span>
        <span>{m.more}</span>
        <span className={styles.sampled}>
          <span className={classes(styles.sample, styles.few)} />
          {m.fewLegend(enough)}
        </span>
      </div>
    </>
  );
}

type CellProps = { view: CellView; href: string; at: string; isActive: boolean };

const Cell = memo(function Cell({ view, href, at, isActive }: CellProps) {
  const { kind, step, text, n, label } = view;
  return (
    <Link
      href={href}
      className={classes(
        styles.cell,
        kind === "value" ? styles[`step${step}`] : styles.few,
        kind === "undefined" && styles.undefined,
      )}
      aria-label={label}
      title={label}
      tabIndex={isActive ? 0 : -1}
      data-at={at}
    >
      {text && <span className={styles.value}>{text}</span>}
      <span className={styles.n}>{n}</span>
    </Link>
  );
});

/** Row by row: each person with everybody before them. */
function viewsOf(people: readonly Person[], cells: readonly PairCell[], enough: number) {
  const find = finder(cells);
  return people
    .slice(1)
    .map((one, row) =>
      people.slice(0, row + 1).map((other) => viewOf(find(one.id, other.id), one, other, enough)),
    );
}

const NONE: CellView = { kind: "none", step: 0, text: "", n: "", label: "" };

type Place = { row: number; column: number };

/** Where a key leads; null if nowhere. */
export function moved(key: string, { row, column }: Place, rows: number): Place | null {
  switch (key) {
    case "ArrowRight":
      return column < row ? { row, column: column + 1 } : null;
    case "ArrowLeft":
      return column > 0 ? { row, column: column - 1 } : null;
    case "ArrowDown":
      return row < rows - 1 ? { row: row + 1, column } : null;
    case "ArrowUp":
      return row > column ? { row: row - 1, column } : null;
    case "Home":
      return { row, column: 0 };
    case "End":
      return { row, column: row };
    default:
      return null;
  }
}
