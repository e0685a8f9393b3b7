import { figuresMessages } from "@/app/messages/figures";
import { count } from "@/lib/numbers";
import { date } from "@/lib/time";
import { PlaceAxis, ValueAxis } from "@/parts/charts/Axes";
import { type ChartContent, ChartPanel } from "@/parts/charts/ChartPanel";
import { Drawing } from "@/parts/charts/Drawing";
import { dayOf, dayTicks, shortDay } from "@/parts/charts/days";
import { Legend, LineSample } from "@/parts/charts/Legend";
import { linear, nice, ticks } from "@/parts/charts/scale";
import type { ChartTable } from "@/parts/charts/table";
import type { OverviewFigures } from "@/parts/overview/queries";
import { contentOf, type PanelProps } from "./content";
import styles from "./PacePanel.module.css";
import { type Pace, paceOf, paceText } from "./pace";

const m = figuresMessages.overview.pace;
const HEIGHT = 240;
const [ABOVE, BELOW, RIGHT] = [14, 28, 14];
/** Pixels between two days below the chart; a day with its year needs more. */
const [DAY, DAY_AND_YEAR] = [60, 100];
const WITH_YEAR_FROM = 330;
const FORECAST_DASHES = "5 4";

/** Whether the work will be done, and when: answers saved against those needed. */
export function PacePanel({ project, overview, className }: PanelProps) {
  return (
    <ChartPanel
      project={project.slug}
      name="pace"
      title={m.title}
      text={m.text}
      query={overview}
      content={contentOf(overview.data, paceContent)}
      height={HEIGHT}
      className={className}
    />
  );
}

function paceContent(figures: OverviewFigures, computedAt: string): ChartContent {
  if (figures.days.length === 0) return { empty: m.none };
  const pace = paceOf(figures, computedAt);
  const summary = paceText(figures);
  return {
    chart: (
      <>
        <Drawing label={m.title} description={summary} height={HEIGHT}>
          {(width) => <BurnUp pace={pace} width={width} />}
        </Drawing>
        <Legend items={legendOf(pace)} />
      </>
    ),
    summary,
    table: tableOf(figures),
  };
}

function BurnUp({ pace, width }: { pace: Pace; width: number }) {
  const { saved, needed, expected, range, first, last } = pace;
  const newest = saved.at(-1) ?? { day: 0, total: 0 };
  const [, high] = nice(0, Math.max(needed, newest.total, 1));
  const values = ticks(0, high).map((value) => ({ value, text: count(value) }));
  const left = 14 + 7 * Math.max(...values.map(({ text }) => text.length));
  const x = linear([first, last], [left, width - RIGHT]);
  const y = linear([0, high], [HEIGHT - BELOW, ABOVE]);
  const line = (points: readonly { day: number; total: number }[]) =>
    points.map(({ day, total }) => `${x(day)} ${y(total)}`).join("L");
  const isLong = last - first > WITH_YEAR_FROM;
  const room = isLong ? DAY_AND_YEAR : DAY;
  const days = dayTicks(first, last, Math.max(2, Math.floor((width - left) / room)));
  const write = isLong ? date : shortDay;
  return (
    <>
      <ValueAxis ticks={values} at={y} from={left} to={width - RIGHT} />
      {range.length > 0 && <path className={styles.range} d={`M${line(range)}Z`} />}
      <path className={styles.area} d={`M${x(first)} ${y(0)}L${line(saved)}V${y(0)}Z`} />
      {needed > 0 && (
        <line
          className={styles.needed}
          x1={left}
          x2={width - RIGHT}
          y1={y(needed)}
          y2={y(needed)}
        />
      )}
      <path className={styles.saved} d={`M${line(saved)}`} />
      {expected && (
        <path
          className={styles.expected}
          strokeDasharray={FORECAST_DASHES}
          d={`M${line([newest, expected])}`}
        />
      )}
      <circle className={styles.newest} cx={x(newest.day)} cy={y(newest.total)} r={4.5} />
      <PlaceAxis
        ticks={days.map((day) => ({ value: day, text: write(dayOf(day)) }))}
        at={x}
        y={HEIGHT - 6}
        room={room - 8}
        width={width}
      />
    </>
  );
}

function legendOf({ expected, range, needed }: Pace) {
  return [
    { sample: <LineSample />, text: m.saved },
    ...(expected ? [{ sample: <LineSample dashes={FORECAST_DASHES} />, text: m.forecast }] : []),
    ...(range.length > 0 ? [{ sample: <RangeSample />, text: m.range }] : []),
    ...(needed > 0
      ? [{ sample: <LineSample className={styles.needed ?? ""} />, text: m.needed }]
      : []),
  ];
}

function RangeSample() {
  return (
    <svg viewBox="0 0 26 12" width={26} height={12} aria-hidden>
      <rect className={styles.range} width={26} height={12} />
    </svg>
  );
}

function tableOf({ days }: OverviewFigures): ChartTable {
  const { day, answers, skipped, people, total } = m.columns;
  let sum = 0;
  return {
    columns: [day, answers, skipped, people, total].map((label) => ({ label })),
    rows: days.map((one) => {
      sum += one.answers;
      return [one.day, one.answers, one.skipped, one.people, sum];
    }),
  };
}
