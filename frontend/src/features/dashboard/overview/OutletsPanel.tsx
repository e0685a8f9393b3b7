import { useState } from "react";
import { figuresMessages } from "@/app/messages/figures";
import { percent } from "@/lib/numbers";
import { type ChartContent, ChartPanel } from "@/parts/charts/ChartPanel";
import { IntervalRows, ReferenceSample } from "@/parts/charts/IntervalRows";
import { Legend } from "@/parts/charts/Legend";
import { type ChartTable, isolated } from "@/parts/charts/table";
import type { OverviewFigures } from "@/parts/overview/queries";
import { type Types, typeNamed } from "@/parts/overview/types";
import { Button } from "@/ui/Button";
import { contentOf, type PanelProps } from "./content";
import styles from "./OutletsPanel.module.css";
import { byReliance, type Outlet, overallShare, shareScale, withinText } from "./shares";

const m = figuresMessages.overview.outlets;
/** How many outlets are drawn until all are asked for. */
const AT_FIRST = 12;

/** Which outlets rely on anonymous sources, and how sure that is. */
export function OutletsPanel({ project, overview, className }: PanelProps) {
  const [isAll, showAll] = useState(false);
  const given = overview.data?.figures?.outlets.length ?? 0;
  return (
    <ChartPanel
      project={project.slug}
      name="outlets"
      title={m.title}
      text={m.text}
      controls={
        given > AT_FIRST && (
          <Button variant="quiet" className={styles.more} onClick={() => showAll(!isAll)}>
            {isAll ? m.showFewer : m.showAll(given)}
          </Button>
        )
      }
      query={overview}
      content={contentOf(overview.data, (figures) =>
        outletsContent(figures, project, isAll ? given : AT_FIRST),
      )}
      height={320}
      className={className}
    />
  );
}

function outletsContent(
  { outlets, labels }: OverviewFigures,
  types: Types,
  most: number,
): ChartContent {
  if (outlets.every(({ outlet }) => outlet === "")) return { empty: m.none };
  const ordered = byReliance(outlets);
  const shown = ordered.slice(0, most);
  const overall = overallShare(outlets);
  const { domain, marks } = shareScale(shown.map(({ anonymous }) => anonymous));
  return {
    chart: (
      <>
        <IntervalRows
          label={m.title}
          columns={[m.columns.outlet, m.columns.anonymous, m.columns.claims]}
          rows={shown.map((one) => ({
            key: one.outlet ?? -1,
            name: nameOf(one),
            value: one.anonymous.share,
            low: one.anonymous.low,
            high: one.anonymous.high,
            text: percent(one.anonymous.share),
            note: m.n(one.claims),
            spoken: withinText(one.anonymous, m.within),
          }))}
          domain={domain}
          ticks={marks}
          reference={overall}
        />
        {overall !== null && (
          <Legend items={[{ sample: <ReferenceSample />, text: m.allOf(percent(overall)) }]} />
        )}
      </>
    ),
    summary: summaryOf(ordered),
    table: tableOf(ordered, labels, types),
  };
}

function nameOf({ outlet }: Outlet): string {
  if (outlet === null) return m.others;
  return outlet || m.noOutlet;
}

function summaryOf(ordered: readonly Outlet[]): string {
  const named = ordered.filter(({ outlet }) => outlet);
  const [first, last] = [named[0], named.at(-1)];
  if (!first || !last) return "";
  const of = (one: Outlet) => [isolated(nameOf(one)), percent(one.anonymous.share)] as const;
  if (first === last) return m.single(...of(first), first.claims);
  return `${m.highest(...of(first), first.claims)} ${m.lowest(...of(last))}`;
}

/** Every outlet with the share of every source type, which add up to a whole. */
function tableOf(ordered: readonly Outlet[], labels: readonly string[], types: Types): ChartTable {
  const { outlet, articles, claims, anonymous, low, high } = m.columns;
  return {
    columns: [
      ...[outlet, articles, claims].map((label) => ({ label })),
      ...labels.map((key) => ({ label: typeNamed(types, key).name, format: percent })),
      { label: anonymous, format: percent },
      { label: low, format: percent },
      { label: high, format: percent },
    ],
    rows: ordered.map((one) => [
      nameOf(one),
      one.articles,
      one.claims,
      ...one.shares,
      one.anonymous.share,
      one.anonymous.low,
      one.anonymous.high,
    ]),
  };
}
