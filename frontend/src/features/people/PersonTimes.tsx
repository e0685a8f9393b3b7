import type { Project } from "@/api/types";
import { peopleMessages } from "@/app/messages/people";
import { decimals, probability } from "@/lib/numbers";
import { type ChartContent, ChartPanel, type ChartQuery } from "@/parts/charts/ChartPanel";
import { BarSample, Histogram, OtherSample } from "@/parts/charts/Histogram";
import { Legend } from "@/parts/charts/Legend";
import { binLabel, type Times } from "@/parts/overview/times";
import styles from "./PersonTimes.module.css";
import type { Person } from "./personQueries";

const m = peopleMessages.person.time;

type Props = {
  project: Project;
  person: Person;
  /** All answers' times; undefined until they are known. */
  team: Times | undefined;
  query: ChartQuery;
  className?: string | undefined;
};

/** How long a claim takes somebody, beside the team. */
export function PersonTimes({ project, person, team, query, className }: Props) {
  return (
    <ChartPanel
      project={project.slug}
      name={`person-${person.id}-time`}
      title={m.title}
      text={m.text}
      query={query}
      content={contentOf(person.seconds, team)}
      height={200}
      className={className}
    />
  );
}

function contentOf({ n, median, bins }: Times, team: Times | undefined): ChartContent {
  if (n === 0 || median === null) return { empty: m.none };
  const teamShare = (at: number) =>
    team && team.n > 0 ? (team.bins[at]?.claims ?? 0) / team.n : null;
  const isCompared = team !== undefined && team.median !== null;
  const summary = isCompared
    ? m.summary(decimals(median, 1), n, decimals(team.median ?? 0, 1))
    : m.alone(decimals(median, 1), n);
  return {
    chart: (
      <>
        <Histogram
          label={m.title}
          description={summary}
          height={200}
          format={probability}
          bins={bins.map((bin, at) => {
            const other = teamShare(at);
            const own = { label: binLabel(bin), value: bin.claims / n };
            return other === null ? own : { ...own, other };
          })}
        />
        <p className={styles.unit}>{m.unit}</p>
        {isCompared && (
          <Legend
            items={[
              { sample: <BarSample />, text: m.own },
              { sample: <OtherSample />, text: m.team },
            ]}
          />
        )}
      </>
    ),
    summary,
    table: {
      columns: [
        { label: m.columns.seconds },
        { label: m.columns.answers },
        { label: m.columns.share, format: probability },
        { label: m.columns.team, format: probability },
      ],
      rows: bins.map((bin, at) => [binLabel(bin), bin.claims, bin.claims / n, teamShare(at)]),
    },
  };
}
