import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import type { Project } from "@/api/types";
import { messages, withPanelMessages } from "@/app/messages";
import { leadMessages } from "@/app/messages/leads";
import { overviewQuery } from "@/parts/overview/queries";
import { type Scope, useScope } from "@/parts/scope/scope";
import { ButtonLink } from "@/ui/ButtonLink";
import { EmptyState } from "@/ui/EmptyState";
import { SkeletonRows } from "@/ui/SkeletonRows";
import { Alarms } from "./Alarms";
import styles from "./DashboardScreen.module.css";
import { Figures } from "./Figures";
import { FilterBar } from "./FilterBar";
import { Live } from "./Live";
import { agreementQuery, progressQuery } from "./queries";
import { useRefresh } from "./useRefresh";

const m = leadMessages.dashboard;

const AgreementPanels = lazy(async () => ({
  default: (await import("./AgreementPanels")).AgreementPanels,
}));
const OverviewPanels = lazy(async () => ({
  default: (await import("./overview/OverviewPanels")).OverviewPanels,
}));
const DisputedPanel = lazy(() =>
  withPanelMessages(async () => ({ default: (await import("./DisputedPanel")).DisputedPanel })),
);

export function DashboardScreen({ project }: { project: Project }) {
  const { slug } = project;
  const isLead = project.role === "lead";
  const scope = useScope(slug, isLead);
  const shown = useShown(scope);
  const agreement = useAgreement(slug, shown ?? scope.scope);
  const progress = useQuery(progressQuery(slug));
  const overview = useQuery(overviewQuery(slug, scope));
  const isEmpty = progress.data?.articles === 0;
  useRefresh(slug, agreement.data);
  return (
    <div className="page">
      <title>{messages.app.pageTitle(`${m.title}, ${project.name}`)}</title>
      <h1 className="visually-hidden">{m.heading(project.name)}</h1>
      {isLead && agreement.data && <Alarms alarms={agreement.data.agreement.alarms} />}
      {isEmpty && <Beginning project={project} />}
      <div className={styles.top}>
        {isLead && !isEmpty && (
          <FilterBar project={project} scope={scope} isShown={shown !== null} />
        )}
        <div className={styles.live}>
          {agreement.data && (
            <Live
              slug={slug}
              isLead={isLead}
              known={agreement.data}
              isReached={agreement.failureCount === 0}
              scope={shown ?? "all"}
              isWaiting={!scope.isReady}
            />
          )}
        </div>
      </div>
      <Figures
        slug={slug}
        isLead={isLead}
        agreement={agreement}
        progress={progress}
        overview={overview}
        scope={scope}
      />
      {isLead && (
        <Suspense fallback={<SkeletonRows label={messages.app.loading} rows={8} />}>
          <AgreementPanels project={project} scope={scope} />
        </Suspense>
      )}
      <Suspense fallback={<SkeletonRows label={messages.app.loading} rows={4} />}>
        <OverviewPanels
          project={project}
          overview={overview}
          search={scope.search}
          labels={scope.labels}
        />
      </Suspense>
      {isLead && (
        <Suspense fallback={null}>
          <DisputedPanel project={project} scope={scope} />
        </Suspense>
      )}
    </div>
  );
}

/** The agreement of a scope, once it has a name; until it is there, that of the scope before. */
function useAgreement(slug: string, scope: string | null) {
  return useQuery({
    ...agreementQuery(slug, scope ?? "all"),
    enabled: scope !== null,
    placeholderData: keepPreviousData,
  });
}

/**
 * The scope whose figures are shown: while other answers are being counted, that of those chosen
 * before; null if there is none.
 */
function useShown({ scope, isReady }: Scope): string | null {
  const [shown, show] = useState<string | null>(null);
  const now = isReady ? scope : shown;
  if (now !== shown) show(now);
  return now;
}

function Beginning({ project }: { project: Project }) {
  return (
    <div className={styles.beginning}>
      <EmptyState title={m.noArticlesTitle} text={m.noArticles}>
        {project.role === "lead" && (
          <ButtonLink variant="primary" href={`/projects/${project.slug}/articles/new`}>
            {m.importArticle}
          </ButtonLink>
        )}
      </EmptyState>
    </div>
  );
}
