import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import type { Project } from "@/api/types";
import { figuresMessages } from "@/app/messages/figures";
import { count } from "@/lib/numbers";
import { type ChartContent, ChartPanel } from "@/parts/charts/ChartPanel";
import { IntervalRows, MarkSample, ReferenceSample } from "@/parts/charts/IntervalRows";
import { Legend } from "@/parts/charts/Legend";
import type { Scope } from "@/parts/scope/scope";
import { coefficientText, endsOf } from "./kappas";
import { type Standings, standingsQuery } from "./panelQueries";
import styles from "./TeamPanel.module.css";
import { differs, knownOf, referenceOf, scaleOf, spokenOf, teamSummary, teamTable } from "./team";

const m = figuresMessages.team;

type Props = { project: Project; scope: Scope };

/** Each annotator's agreement with the others, against the mean of the same over all of them. */
export function TeamPanel({ project, scope }: Props) {
  const standings = useQuery(standingsQuery(project.slug, scope));
  return (
    <ChartPanel
      project={project.slug}
      name="annotators"
      title={m.title}
      text={m.text}
      query={standings}
      content={standings.data && contentOf(standings.data, project.slug, scope)}
    />
  );
}

function contentOf(standings: Standings, slug: string, { search }: Scope): ChartContent {
  const { annotators, enough_shared: enough } = standings;
  if (annotators.length === 0) return { empty: m.none };
  if (annotators.length === 1) return { empty: m.oneOnly };
  const known = knownOf(standings);
  const reference = referenceOf(known);
  const table = teamTable(standings, reference);
  const hidden = annotators.length - known.length;
  if (known.length === 0) {
    return { empty: annotators.some((one) => one.enough) ? m.noKappa : m.nobodyYet(enough) };
  }
  const rows = known.map((one) => {
    const { value } = one.peer_kappa;
    const { low = null, high = null } = endsOf(one.peer_kappa) ?? {};
    return {
      key: one.id,
      name: <Link href={`/projects/${slug}/people/${one.id}${search}`}>{one.name}</Link>,
      value,
      low,
      high,
      text: coefficientText(value),
      note: `n ${count(one.shared_units)}`,
      isMarked: differs(one, reference),
      spoken: spokenOf(one, reference),
    };
  });
  const isAnyMarked = rows.some(({ isMarked }) => isMarked);
  return {
    chart: (
      <>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
        <section className={styles.scroll} aria-label={m.box} tabIndex={0}>
          <IntervalRows
            label={m.title}
            columns={[m.columns.name, m.columns.kappa, m.columns.shared]}
            rows={rows}
            {...scaleOf(known.map((one) => ({ ...one.peer_kappa, ...endsOf(one.peer_kappa) })))}
            reference={reference}
          />
        </section>
        <Legend
          items={[
            ...(reference === null
              ? []
              : [{ sample: <ReferenceSample />, text: m.reference(coefficientText(reference)) }]),
            ...(isAnyMarked ? [{ sample: <MarkSample isMarked />, text: m.differsLegend }] : []),
          ]}
        />
      </>
    ),
    summary: `${teamSummary(known, reference)}${hidden > 0 ? ` ${m.hidden(hidden, enough)}` : ""}`,
    table,
  };
}
