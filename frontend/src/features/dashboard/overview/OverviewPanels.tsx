import type { UseQueryResult } from "@tanstack/react-query";
import type { Project } from "@/api/types";
import { figuresMessages } from "@/app/messages/figures";
import type { Overview } from "@/parts/overview/queries";
import type { Scope } from "@/parts/scope/scope";
import { MonthsPanel } from "./MonthsPanel";
import { OutletsPanel } from "./OutletsPanel";
import styles from "./OverviewPanels.module.css";
import { PacePanel } from "./PacePanel";
import { PeoplePanel } from "./PeoplePanel";
import { SourcesPanel } from "./SourcesPanel";
import { Computed } from "./SpeedFigure";
import { TimePanel } from "./TimePanel";

const m = figuresMessages.overview;

type Props = {
  project: Project;
  overview: UseQueryResult<Overview>;
  /** The query string of the filters, which links keep. */
  search: string;
  /** How source types count elsewhere. */
  labels: Scope["labels"];
};

/** Progress, pace, time and sources: all that is counted apart from agreement. */
export function OverviewPanels({ project, overview, search, labels }: Props) {
  const given = { project, overview };
  return (
    <div className={styles.panels}>
      <h2 className="visually-hidden">{m.heading}</h2>
      {overview.data && (
        <p className={styles.computed}>
          {m.heading}: <Computed overview={overview.data} />
        </p>
      )}
      <PacePanel {...given} className={styles.wide} />
      <TimePanel {...given} className={styles.narrow} />
      <SourcesPanel {...given} isCollapsed={labels === "collapsed"} className={styles.narrow} />
      <MonthsPanel {...given} className={styles.wide} />
      <OutletsPanel {...given} className={styles.whole} />
      {project.role === "lead" && (
        <PeoplePanel {...given} search={search} className={styles.whole} />
      )}
    </div>
  );
}
