import { figuresMessages } from "@/app/messages/figures";
import { type ChartContent, ChartPanel } from "@/parts/charts/ChartPanel";
import { Histogram } from "@/parts/charts/Histogram";
import type { OverviewFigures } from "@/parts/overview/queries";
import { binLabel, timeTable, timeText } from "@/parts/overview/times";
import { contentOf, type PanelProps } from "./content";
import styles from "./TimePanel.module.css";

const m = figuresMessages.overview.time;

/** How long a claim takes: whether somebody rushes, or is stuck. */
export function TimePanel({ project, overview, className }: PanelProps) {
  return (
    <ChartPanel
      project={project.slug}
      name="time"
      title={m.title}
      text={m.text}
      query={overview}
      content={contentOf(overview.data, timeContent)}
      className={className}
    />
  );
}

function timeContent({ seconds }: OverviewFigures): ChartContent {
  if (seconds.n === 0) return { empty: m.none };
  const summary = timeText(seconds);
  return {
    chart: (
      <>
        <Histogram
          label={m.title}
          description={summary}
          bins={seconds.bins.map((bin) => ({ label: binLabel(bin), value: bin.claims }))}
        />
        <p className={styles.unit}>{m.unit}</p>
      </>
    ),
    summary,
    table: timeTable(seconds),
  };
}
