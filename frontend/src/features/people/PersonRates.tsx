import { useQuery } from "@tanstack/react-query";
import type { Project } from "@/api/types";
import { peopleMessages } from "@/app/messages/people";
import { classes } from "@/lib/classes";
import { probability } from "@/lib/numbers";
import { type ChartContent, ChartPanel, type ChartQuery } from "@/parts/charts/ChartPanel";
import { type Types, typeNamed } from "@/parts/overview/types";
import { TypeMark, typeColor, typeStyles } from "@/ui/TypeMark";
import styles from "./PersonRates.module.css";
import { consensusQuery, type Person } from "./personQueries";
import { ratesText } from "./personWords";

const m = peopleMessages.person.rates;
/** How dark a cell is, from none to a quarter of the row and more. */
const STEPS = [undefined, styles.step1, styles.step2, styles.step3, styles.step4] as const;
const DARKEST = 0.25;

/** How often a label is likely true; null if that is not known. */
type ShareOf = (label: string) => number | null;

type Props = {
  project: Project;
  person: Person;
  isFiltered: boolean;
  query: ChartQuery;
  className?: string | undefined;
};

/** What somebody says of claims of each type, by the consensus of all answers. */
export function PersonRates({ project, person, isFiltered, query, className }: Props) {
  const consensus = useQuery(consensusQuery(project.slug));
  const shares = new Map(consensus.data?.newest?.labels.map(({ label, share }) => [label, share]));
  const shareOf = (label: string) => shares.get(label) ?? null;
  return (
    <ChartPanel
      project={project.slug}
      name={`person-${person.id}-confusion`}
      title={m.title}
      text={m.text}
      query={query}
      content={contentOf(person, project, isFiltered, shareOf)}
      className={className}
    />
  );
}

function contentOf(
  { standing, error_rate_labels: labels }: Person,
  types: Types,
  isFiltered: boolean,
  shareOf: ShareOf,
): ChartContent {
  if (isFiltered) return { empty: m.noneHere };
  if (!standing?.enough) return { empty: m.tooFew };
  const rates = standing.error_rates;
  if (!rates || rates.length === 0) return { empty: m.none };
  return {
    chart: <Rates rates={rates} labels={labels} types={types} shareOf={shareOf} />,
    summary: ratesText(
      rates,
      labels,
      types,
      labels.map((label) => shareOf(label) ?? 1),
    ),
    table: {
      columns: [
        { label: m.truth },
        { label: m.share, format: probability },
        ...labels.map((key) => ({ label: typeNamed(types, key).name, format: probability })),
      ],
      rows: rates.map((row, at) => {
        const label = labels[at] ?? "";
        return [typeNamed(types, label).name, shareOf(label), ...row];
      }),
    },
  };
}

type RatesProps = {
  rates: readonly (readonly number[])[];
  labels: readonly string[];
  types: Types;
  shareOf: ShareOf;
};

function Rates({ rates, labels, types, shareOf }: RatesProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={m.box}>
      <table className={styles.table}>
        <caption className="visually-hidden">{m.title}</caption>
        <thead>
          <tr>
            <td className={styles.corner}>{m.truth}</td>
            {labels.map((key) => (
              <th key={key} scope="col">
                <Type types={types} label={key} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rates.map((row, truth) => {
            const label = labels[truth] ?? "";
            const { name, color } = typeNamed(types, label);
            const share = shareOf(label);
            return (
              <tr key={label}>
                <th scope="row" aria-label={m.row(name)}>
                  <Type types={types} label={label} />
                  {share !== null && (
                    <span className={styles.share}>{m.shareOf(probability(share))}</span>
                  )}
                </th>
                {row.map((rate, said) => (
                  <td
                    key={labels[said]}
                    className={
                      said === truth
                        ? classes(styles.same, typeStyles(typeColor(color)))
                        : STEPS[Math.min(4, Math.round((rate / DARKEST) * 4))]
                    }
                  >
                    {probability(rate)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
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
