import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import type { Project } from "@/api/types";
import { figuresMessages } from "@/app/messages/figures";
import { classes } from "@/lib/classes";
import { percent } from "@/lib/numbers";
import { type ChartContent, ChartPanel } from "@/parts/charts/ChartPanel";
import { betweenSearch } from "@/parts/scope/filters";
import type { Scope } from "@/parts/scope/scope";
import { TypeMark, typeStyles } from "@/ui/TypeMark";
import { type Labels, labelsQuery } from "./panelQueries";
import styles from "./SplitsPanel.module.css";
import {
  type Label,
  labelOf,
  metText,
  shadeOf,
  splitsSummary,
  splitsTable,
  widestOf,
} from "./splits";

const m = figuresMessages.splits;

type Props = { project: Project; scope: Scope };

/** Which labels meet on the same claims; each pair of them opens the claims. */
export function SplitsPanel({ project, scope }: Props) {
  const labels = useQuery(labelsQuery(project.slug, scope));
  return (
    <ChartPanel
      project={project.slug}
      name="splits"
      title={m.title}
      text={m.text}
      query={labels}
      content={labels.data && contentOf(labels.data, project, scope)}
    />
  );
}

function contentOf(figures: Labels, project: Project, { search }: Scope): ChartContent {
  const labels = figures.labels.map(({ label }) => labelOf(label, project));
  if (figures.confusion.every(({ shares }) => shares === null)) return { empty: m.none };
  // Claims are kept by what was answered, not by what that counts as.
  const isLinked = figures.variable === "source_type";
  return {
    chart: (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
      <section className={styles.scroll} aria-label={m.box} tabIndex={0}>
        <table className={styles.table}>
          <caption className="visually-hidden">{m.caption}</caption>
          <thead>
            <tr>
              <td />
              {labels.map((label) => (
                <th key={label.key} scope="col">
                  <Named label={label} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.confusion.map(({ coincidences, shares }, row) => {
              const one = labels[row];
              if (!one) return null;
              return (
                <tr key={one.key}>
                  <th scope="row">
                    <Named label={one} />
                  </th>
                  {labels.map((other, column) => (
                    <td key={other.key}>
                      <Cell
                        one={one}
                        other={other}
                        share={shares?.[column] ?? null}
                        met={coincidences[column] ?? 0}
                        href={
                          isLinked && one !== other
                            ? betweenSearch(search, one.key, other.key)
                            : null
                        }
                      />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    ),
    summary: splitsSummary(widestOf(labels, figures)),
    table: splitsTable(labels, figures),
  };
}

function Named({ label: { name, color } }: { label: Label }) {
  return (
    <span className={styles.named} title={name}>
      <TypeMark color={color} size={10} />
      <span className={styles.name}>{name}</span>
    </span>
  );
}

type CellProps = {
  one: Label;
  other: Label;
  share: number | null;
  met: number;
  /** Null where there is nothing to open. */
  href: string | null;
};

function Cell({ one, other, share, met, href }: CellProps) {
  if (share === null) return <span className={classes(styles.cell, styles.nothing)}>–</span>;
  const isSame = one.key === other.key;
  const look = isSame
    ? classes(styles.cell, styles.same, typeStyles(one.color))
    : classes(styles.cell, styles[`shade${shadeOf(share)}`]);
  const content = (
    <>
      <span className={styles.value}>{percent(share)}</span>
      <span className={styles.n}>{metText(met)}</span>
    </>
  );
  const label = m.cell(one.name, other.name, percent(share), metText(met));
  if (href === null || met === 0) {
    return (
      <span className={look} title={label}>
        {content}
      </span>
    );
  }
  return (
    <Link href={href} className={look} title={label} aria-label={m.opens(label)}>
      {content}
    </Link>
  );
}
