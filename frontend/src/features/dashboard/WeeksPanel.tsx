import { useQuery } from "@tanstack/react-query";
import type { Project } from "@/api/types";
import { figuresMessages } from "@/app/messages/figures";
import { classes } from "@/lib/classes";
import { date } from "@/lib/time";
import { PlaceAxis, ValueAxis } from "@/parts/charts/Axes";
import { type ChartContent, ChartPanel } from "@/parts/charts/ChartPanel";
import { Drawing } from "@/parts/charts/Drawing";
import { shortDay } from "@/parts/charts/days";
import { Legend, LineSample } from "@/parts/charts/Legend";
import { linear } from "@/parts/charts/scale";
import type { Scope } from "@/parts/scope/scope";
import { type Change, changesOf, figureOf, type Short } from "./changes";
import { coefficientText, endsOf } from "./kappas";
import { type Scopes, scopesQuery } from "./panelQueries";
import { RELIABLE, TENTATIVE } from "./standing";
import { scaleOf } from "./team";
import styles from "./WeeksPanel.module.css";

const m = figuresMessages.weeks;
/** So many weeks can be told apart; the table has all. */
const MOST = 26;

type Props = { project: Project; scope: Scope };

/** Alpha week by week. */
export function WeeksPanel({ project, scope }: Props) {
  const scopes = useQuery(scopesQuery(project.slug));
  return (
    <ChartPanel
      project={project.slug}
      name="weeks"
      title={m.title}
      text={scope.scope === "all" ? m.text : `${m.text} ${m.ofAll}`}
      query={scopes}
      content={scopes.data && contentOf(scopes.data, scope.labels)}
    />
  );
}

export type Week = { monday: string; figure: Short; change: Change };

export function weeksOf({ weeks }: Pick<Scopes, "weeks">, labels: Scope["labels"]): Week[] {
  const figures = weeks.map((row) => figureOf(row, labels));
  const changes = changesOf(figures);
  return weeks.flatMap(({ week }, at) => {
    const figure = figures[at];
    return figure ? [{ monday: week, figure, change: changes[at] ?? null }] : [];
  });
}

function contentOf(scopes: Scopes, labels: Scope["labels"]): ChartContent {
  const weeks = weeksOf(scopes, labels);
  const known = weeks.filter(({ figure }) => figure.value !== null);
  if (known.length === 0) return { empty: weeks.length > 0 ? m.noneDefined : m.none };
  const shown = known.slice(-MOST);
  const decimal = { format: coefficientText };
  const { week, alpha, low, high, claims, change } = m.columns;
  const summary = summaryOf(known);
  const isAnyMarked = shown.some((one) => one.change);
  return {
    chart: (
      <>
        <Drawing label={m.title} description={summary} height={HEIGHT}>
          {(width) => <Plot weeks={shown} width={width} />}
        </Drawing>
        <Legend
          items={[
            { sample: <LineSample className={styles.threshold} dashes="2 3" />, text: m.marks },
            ...(isAnyMarked ? [{ sample: <DiamondSample />, text: m.marked }] : []),
          ]}
        />
      </>
    ),
    summary,
    table: {
      columns: [
        { label: week },
        { label: alpha, ...decimal },
        { label: low, ...decimal },
        { label: high, ...decimal },
        { label: claims },
        { label: change },
      ],
      rows: weeks.map(({ monday, figure, change: apart }) => [
        monday,
        figure.value,
        figure.interval?.low ?? null,
        figure.interval?.high ?? null,
        figure.pairable_units,
        apart ? m.changes[apart] : "",
      ]),
    },
  };
}

const HEIGHT = 220;
const LEFT = 34;
const RIGHT = 28;
const DAY = 86_400_000;

function Plot({ weeks, width }: { weeks: readonly Week[]; width: number }) {
  const { domain, ticks } = scaleOf(
    weeks.map(({ figure }) => ({ value: figure.value, ...endsOf(figure) })),
  );
  const times = weeks.map(({ monday }) => Date.parse(monday));
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  const x =
    first === last
      ? () => (LEFT + width - RIGHT) / 2
      : linear([first, last], [LEFT + 14, width - RIGHT]);
  const y = linear(domain, [HEIGHT - 30, 10]);
  const points = weeks.map(({ figure, change }, at) => {
    const ends = endsOf(figure);
    return {
      key: times[at] ?? 0,
      x: x(times[at] ?? 0),
      y: y(figure.value ?? 0),
      low: ends && y(Math.max(domain[0], ends.low)),
      high: ends && y(Math.min(1, ends.high)),
      change,
    };
  });
  // A week without answers breaks the line.
  const path = points
    .map((point, at) => {
      const isNext = at > 0 && point.key - (points[at - 1]?.key ?? 0) <= 7 * DAY;
      return `${isNext ? "L" : "M"}${point.x} ${point.y}`;
    })
    .join("");
  return (
    <>
      <ValueAxis ticks={ticks} at={y} from={LEFT} to={width - RIGHT + 14} />
      {[TENTATIVE, RELIABLE].map((mark) => (
        <line
          key={mark}
          className={styles.threshold}
          x1={LEFT}
          x2={width - RIGHT + 14}
          y1={y(mark)}
          y2={y(mark)}
          strokeDasharray="2 3"
        />
      ))}
      <path className={styles.line} d={path} />
      {points.map((point) => (
        <g key={point.key} className={classes(point.change && styles.marked)}>
          {point.low !== null && point.high !== null && (
            <path
              className={styles.interval}
              d={`M${point.x} ${point.low}V${point.high}M${point.x - 4} ${point.low}h8M${point.x - 4} ${point.high}h8`}
            />
          )}
          {point.change ? (
            <path className={styles.point} d={`M${point.x} ${point.y - 7}l7 7l-7 7l-7 -7z`} />
          ) : (
            <circle className={styles.point} cx={point.x} cy={point.y} r={4.5} />
          )}
        </g>
      ))}
      <PlaceAxis
        ticks={weeks.map(({ monday }) => ({ value: Date.parse(monday), text: shortDay(monday) }))}
        at={x}
        y={HEIGHT - 6}
        room={60}
      />
    </>
  );
}

function DiamondSample() {
  return (
    <svg viewBox="-8 -8 16 16" width={16} height={16} aria-hidden>
      <g className={styles.marked}>
        <path className={styles.point} d="M0 -7L7 0L0 7L-7 0Z" />
      </g>
    </svg>
  );
}

function summaryOf(known: readonly Week[]): string {
  const newest = known.at(-1);
  if (!newest || newest.figure.value === null) return m.noneDefined;
  const value = m.newest(date(newest.monday), coefficientText(newest.figure.value));
  if (known.length === 1) return `${value} ${m.oneOnly}`;
  const changed = known.filter(({ change }) => change).slice(-3);
  if (changed.length === 0) return `${value} ${m.noChange}`;
  const said = changed.map(({ monday, change }) => m.apart[change ?? "higher"](date(monday)));
  return [value, ...said].join(" ");
}
