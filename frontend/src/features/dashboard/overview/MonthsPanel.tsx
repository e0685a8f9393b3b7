import { figuresMessages } from "@/app/messages/figures";
import { percent } from "@/lib/numbers";
import { PlaceAxis, ValueAxis } from "@/parts/charts/Axes";
import { type ChartContent, ChartPanel } from "@/parts/charts/ChartPanel";
import { Drawing } from "@/parts/charts/Drawing";
import { monthName } from "@/parts/charts/days";
import { linear } from "@/parts/charts/scale";
import type { ChartTable } from "@/parts/charts/table";
import type { OverviewFigures } from "@/parts/overview/queries";
import { type Types, typeNamed } from "@/parts/overview/types";
import { contentOf, type PanelProps } from "./content";
import styles from "./MonthsPanel.module.css";
import { type Month, monthNumber, shareScale } from "./shares";

const m = figuresMessages.overview.months;
const HEIGHT = 240;
const [ABOVE, BELOW, LEFT, RIGHT] = [14, 28, 48, 30];
/** Pixels between two months below the chart. */
const ROOM = 76;

/** Whether reliance on anonymous sources changes, by when articles were published. */
export function MonthsPanel({ project, overview, className }: PanelProps) {
  return (
    <ChartPanel
      project={project.slug}
      name="months"
      title={m.title}
      text={m.text}
      query={overview}
      content={contentOf(overview.data, (figures) => monthsContent(figures, project))}
      height={HEIGHT}
      className={className}
    />
  );
}

function monthsContent({ months, labels }: OverviewFigures, types: Types): ChartContent {
  if (months.length === 0) return { empty: m.none };
  const summary = summaryOf(months);
  return {
    chart: (
      <Drawing label={m.title} description={summary} height={HEIGHT}>
        {(width) => <Course months={months} width={width} />}
      </Drawing>
    ),
    summary,
    table: tableOf(months, labels, types),
  };
}

function Course({ months, width }: { months: readonly Month[]; width: number }) {
  const points = months.map(({ month, anonymous }) => ({ at: monthNumber(month), ...anonymous }));
  const { marks, to } = shareScale(points);
  const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  // A single month stands in the middle.
  const x = linear(first === last ? [first - 1, last + 1] : [first, last], [
    LEFT + 16,
    width - RIGHT,
  ]);
  const y = to([HEIGHT - BELOW, ABOVE]);
  return (
    <>
      <ValueAxis ticks={marks} at={y} from={LEFT} to={width - 8} />
      <path
        className={styles.line}
        d={`M${points.map(({ at, share }) => `${x(at)} ${y(share)}`).join("L")}`}
      />
      {points.map(({ at, share, low, high }) => (
        <g key={at}>
          {low !== null && high !== null && (
            <path
              className={styles.interval}
              d={`M${x(at) - 4} ${y(low)}h8m-4 0V${y(high)}m-4 0h8`}
            />
          )}
          <circle className={styles.point} cx={x(at)} cy={y(share)} r={4.5} />
        </g>
      ))}
      <PlaceAxis
        ticks={months.map(({ month }) => ({ value: monthNumber(month), text: monthName(month) }))}
        at={x}
        y={HEIGHT - 6}
        room={ROOM}
      />
    </>
  );
}

function summaryOf(months: readonly Month[]): string {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return "";
  const of = ({ month, anonymous }: Month) => [monthName(month), percent(anonymous.share)] as const;
  if (first !== last) return m.summary(...of(first), ...of(last));
  const [month, share] = of(first);
  return m.single(month, share);
}

function tableOf(months: readonly Month[], labels: readonly string[], types: Types): ChartTable {
  const { month, articles, claims, anonymous, low, high } = m.columns;
  return {
    columns: [
      ...[month, articles, claims].map((label) => ({ label })),
      ...labels.map((key) => ({ label: typeNamed(types, key).name, format: percent })),
      { label: anonymous, format: percent },
      { label: low, format: percent },
      { label: high, format: percent },
    ],
    rows: months.map((one) => [
      one.month,
      one.articles,
      one.claims,
      ...one.shares,
      one.anonymous.share,
      one.anonymous.low,
      one.anonymous.high,
    ]),
  };
}
