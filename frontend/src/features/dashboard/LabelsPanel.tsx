import { useQuery } from "@tanstack/react-query";
import type { Project } from "@/api/types";
import { figuresMessages } from "@/app/messages/figures";
import { count } from "@/lib/numbers";
import { type ChartContent, ChartPanel } from "@/parts/charts/ChartPanel";
import { IntervalRows } from "@/parts/charts/IntervalRows";
import type { Scope } from "@/parts/scope/scope";
import { TypeMark } from "@/ui/TypeMark";
import { coefficientText, endsOf, intervalText, reasonText } from "./kappas";
import styles from "./LabelsPanel.module.css";
import { type Labels, labelsQuery } from "./panelQueries";
import { labelOf } from "./splits";
import { scaleOf } from "./team";

const m = figuresMessages.labels;
/** A label of fewer answers is not singled out: its figure is mostly chance. */
const TELLING = 20;

type Props = { project: Project; scope: Scope };

/** The alpha of each label against all others: which definition to mend. */
export function LabelsPanel({ project, scope }: Props) {
  const labels = useQuery(labelsQuery(project.slug, scope));
  return (
    <ChartPanel
      project={project.slug}
      name="labels"
      title={m.title}
      text={m.text}
      query={labels}
      content={labels.data && contentOf(labels.data, project)}
    />
  );
}

function contentOf(figures: Labels, project: Project): ChartContent {
  const labels = figures.labels.map((row) => ({ ...row, ...labelOf(row.label, project) }));
  if (labels.every(({ ratings }) => ratings === 0)) return { empty: m.none };
  const rows = labels.map((row) => {
    const { low = null, high = null } = endsOf(row) ?? {};
    const said = textOf(row);
    return {
      key: row.key,
      name: (
        <span className={styles.name}>
          <TypeMark color={row.color} size={10} />
          {row.name}
        </span>
      ),
      value: row.value,
      low,
      high,
      text: said,
      note: `n ${count(row.ratings)}`,
      spoken: row.value === null ? said : `α ${said}${intervalText(row)}`,
    };
  });
  const decimal = { format: coefficientText };
  const { label, alpha, low, high, answers } = m.columns;
  return {
    chart: (
      <IntervalRows
        label={m.title}
        columns={[label, alpha, answers]}
        rows={rows}
        {...scaleOf(labels.map((row) => ({ value: row.value, ...endsOf(row) })))}
      />
    ),
    summary: summaryOf(labels),
    table: {
      columns: [
        { label },
        { label: alpha, ...decimal },
        { label: low, ...decimal },
        { label: high, ...decimal },
        { label: answers },
      ],
      rows: labels.map((row) => [
        row.name,
        row.value,
        row.interval?.low ?? null,
        row.interval?.high ?? null,
        row.ratings,
      ]),
    },
  };
}

function textOf({ value, status, ratings }: Labels["labels"][number]): string {
  if (value !== null) return coefficientText(value);
  return ratings === 0 ? m.unused : reasonText(status);
}

type Named = { name: string; value: number | null; ratings: number };

function summaryOf(labels: readonly Named[]): string {
  const known = labels
    .filter((one): one is Named & { value: number } => one.value !== null)
    .sort((a, b) => a.value - b.value);
  const telling = known.filter(({ ratings }) => ratings >= TELLING);
  const [lowest] = telling.length > 0 ? telling : known;
  if (!lowest) return m.noneDefined;
  const said = [lowest.name, coefficientText(lowest.value)] as const;
  // A lower value is on the picture: the sentence says why it is not meant.
  return lowest === known[0] ? m.summary(...said) : m.summaryOf(...said, TELLING);
}
