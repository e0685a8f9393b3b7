import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect } from "react";
import type { Project } from "@/api/types";
import { messages, withPanelMessages } from "@/app/messages";
import { leadMessages } from "@/app/messages/leads";
import { Alarms } from "./Alarms";
import styles from "./DashboardScreen.module.css";
import { ExportPanel } from "./ExportPanel";
import { Figures } from "./Figures";
import { Live } from "./Live";
import { People } from "./People";
import { agreementQuery, progressQuery } from "./queries";

const m = leadMessages.dashboard;

const DisputedPanel = lazy(() =>
  withPanelMessages(async () => ({ default: (await import("./DisputedPanel")).DisputedPanel })),
);

export function DashboardScreen({ project }: { project: Project }) {
  const { slug } = project;
  const isLead = project.role === "lead";
  const agreement = useQuery(agreementQuery(slug));
  const progress = useQuery(progressQuery(slug));
  useProgressAfterReports(slug, agreement.data?.agreement.report?.id);
  return (
    <div className="page">
      <title>{messages.app.pageTitle(`${m.title}, ${project.name}`)}</title>
      <h1 className="visually-hidden">{m.heading(project.name)}</h1>
      {isLead && agreement.data && <Alarms alarms={agreement.data.agreement.alarms} />}
      <div className={styles.live}>
        {agreement.data && (
          <Live
            slug={slug}
            isLead={isLead}
            known={agreement.data}
            isReached={agreement.failureCount === 0}
          />
        )}
      </div>
      <Figures slug={slug} isLead={isLead} agreement={agreement} progress={progress} />
      <div className={styles.panels}>
        <People project={project} progress={progress} />
        <ExportPanel slug={slug} />
      </div>
      {isLead && (
        <Suspense fallback={null}>
          <DisputedPanel project={project} />
        </Suspense>
      )}
    </div>
  );
}

/** A new report means new answers: do not wait for the next look at the progress. */
function useProgressAfterReports(slug: string, report: number | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (report !== undefined) {
      void queries.invalidateQueries({ queryKey: progressQuery(slug).queryKey });
    }
  }, [queries, slug, report]);
}
