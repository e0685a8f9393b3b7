import { figuresMessages } from "@/app/messages/figures";
import { decimals, percent } from "@/lib/numbers";
import { type ChartContent, ChartPanel } from "@/parts/charts/ChartPanel";
import { type IntervalRow, IntervalRows } from "@/parts/charts/IntervalRows";
import type { OverviewFigures } from "@/parts/overview/queries";
import { type Types, typeNamed } from "@/parts/overview/types";
import { TypeMark, typeColor } from "@/ui/TypeMark";
import { contentOf, type PanelProps } from "./content";
import styles from "./SourcesPanel.module.css";
import { shareScale, withinText } from "./shares";

const m = figuresMessages.overview.sources;

/** `isCollapsed`: elsewhere source types count as what they map to. */
type Props = PanelProps & { isCollapsed: boolean };

/** Who stands behind the claims: the share of each source type, always as it was given. */
export function SourcesPanel({ project, overview, className, isCollapsed }: Props) {
  return (
    <ChartPanel
      project={project.slug}
      name="source-types"
      title={m.title}
      text={isCollapsed ? `${m.text} ${m.asGiven}` : m.text}
      query={overview}
      content={contentOf(overview.data, ({ sources }) => sourcesContent(sources, project))}
      height={220}
      className={className}
    />
  );
}

function sourcesContent(
  { claims, articles, labels }: OverviewFigures["sources"],
  types: Types,
): ChartContent {
  if (claims === 0) return { empty: m.none };
  const { type, share, interval } = m.columns;
  const { domain, marks } = shareScale(labels);
  const rows: IntervalRow[] = labels.map((one) => {
    const { name, color } = typeNamed(types, one.label);
    const within = withinText(one, m.within);
    return {
      key: one.label,
      name: (
        <span className={styles.type}>
          <TypeMark color={typeColor(color)} />
          <span>{name}</span>
        </span>
      ),
      value: one.share,
      low: one.low,
      high: one.high,
      text: percent(one.share),
      spoken: within,
    };
  });
  const said = labels.map((one) => m.row(typeNamed(types, one.label).name, percent(one.share)));
  const basis = labels.some(({ low }) => low !== null) ? m.ofWithin : m.of;
  return {
    chart: (
      <IntervalRows
        label={m.title}
        columns={[type, interval, share]}
        rows={rows}
        domain={domain}
        ticks={marks}
      />
    ),
    summary: `${said.join(", ")}. ${basis(claims, articles)}`,
    table: {
      columns: [
        { label: type },
        { label: m.columns.claims, format: (value) => decimals(value, 1) },
        { label: share, format: percent },
        { label: m.columns.low, format: percent },
        { label: m.columns.high, format: percent },
      ],
      rows: labels.map((one) => [
        typeNamed(types, one.label).name,
        one.claims,
        one.share,
        one.low,
        one.high,
      ]),
    },
  };
}
