import type { Project } from "@/api/types";
import { peopleMessages } from "@/app/messages/people";
import { count } from "@/lib/numbers";
import { date } from "@/lib/time";
import { PlaceAxis, ValueAxis } from "@/parts/charts/Axes";
import { type ChartContent, ChartPanel, type ChartQuery } from "@/parts/charts/ChartPanel";
import { Drawing } from "@/parts/charts/Drawing";
import { dayNumber, dayOf, dayTicks, shortDay } from "@/parts/charts/days";
import { linear, nice, ticks } from "@/parts/charts/scale";
import styles from "./PersonDays.module.css";
import type { Person } from "./personQueries";

const m = peopleMessages.person.days;
const HEIGHT = 200;
const [ABOVE, BELOW, LEFT] = [12, 28, 40];
const [DAY, DAY_AND_YEAR] = [60, 100];
const WITH_YEAR_FROM = 330;
const WIDEST = 28;
/** A bar alone would say nothing of how much a day is. */
const FEWEST_DAYS = 7;

type Props = {
  project: Project;
  person: Person;
  query: ChartQuery;
  className?: string | undefined;
};

/** On which days somebody worked, and how much. */
export function PersonDays({ project, person, query, className }: Props) {
  return (
    <ChartPanel
      project={project.slug}
      name={`person-${person.id}-days`}
      title={m.title}
      text={m.text}
      query={query}
      content={contentOf(person)}
      height={HEIGHT}
      className={className}
    />
  );
}

function contentOf({ days }: Person): ChartContent {
  if (days.length === 0) return { empty: m.none };
  const most = Math.max(...days.map(({ answers }) => answers));
  const all = days.reduce((sum, { answers }) => sum + answers, 0);
  const summary = m.summary(all, days.length, most);
  return {
    chart: (
      <Drawing label={m.title} description={summary} height={HEIGHT}>
        {(width) => <Bars days={days} most={most} width={width} />}
      </Drawing>
    ),
    summary,
    table: {
      columns: [{ label: m.columns.day }, { label: m.columns.answers }],
      rows: days.map(({ day, answers }) => [day, answers]),
    },
  };
}

type BarsProps = { days: Person["days"]; most: number; width: number };

function Bars({ days, most, width }: BarsProps) {
  const last = dayNumber(days.at(-1)?.day ?? "");
  const first = Math.min(dayNumber(days[0]?.day ?? ""), last - FEWEST_DAYS + 1);
  const [, high] = nice(0, most, 4);
  const step = (width - LEFT) / (last - first + 1);
  const bar = Math.max(1, Math.min(WIDEST, step * 0.8));
  const x = linear([first, last + 1], [LEFT + step / 2, width + step / 2]);
  const y = linear([0, high], [HEIGHT - BELOW, ABOVE]);
  const isLong = last - first > WITH_YEAR_FROM;
  const room = isLong ? DAY_AND_YEAR : DAY;
  const write = isLong ? date : shortDay;
  const below = dayTicks(first, last, Math.max(2, Math.floor((width - LEFT) / room)));
  const values = ticks(0, high, 4).filter(Number.isInteger);
  return (
    <>
      <ValueAxis
        ticks={values.map((value) => ({ value, text: count(value) }))}
        at={y}
        from={LEFT}
        to={width}
      />
      {days.map(({ day, answers }) => (
        <rect
          key={day}
          className={styles.bar}
          x={x(dayNumber(day)) - bar / 2}
          width={bar}
          y={y(answers)}
          height={HEIGHT - BELOW - y(answers)}
          rx={Math.min(2, bar / 4)}
        />
      ))}
      <PlaceAxis
        ticks={below.map((day) => ({ value: day, text: write(dayOf(day)) }))}
        at={x}
        y={HEIGHT - 6}
        room={room - 8}
        width={width}
      />
    </>
  );
}
