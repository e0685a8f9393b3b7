import type { UseQueryResult } from "@tanstack/react-query";
import type { AgreementReport, Figure, Progress } from "@/api/types";
import { messages } from "@/app/messages";
import { figuresMessages } from "@/app/messages/figures";
import { leadMessages } from "@/app/messages/leads";
import type { Overview } from "@/parts/overview/queries";
import type { Scope } from "@/parts/scope/scope";
import { Button } from "@/ui/Button";
import { Message } from "@/ui/Message";
import { Skeleton, useDelay } from "@/ui/Skeleton";
import { AgreementFigure } from "./AgreementFigure";
import styles from "./Figures.module.css";
import { MethodsButton } from "./MethodsButton";
import { ProgressFigure } from "./overview/ProgressFigure";
import { SpeedFigure } from "./overview/SpeedFigure";
import type { Known, Variable } from "./queries";
import { type Kind, read } from "./standing";
import { useAnnouncement } from "./useAnnouncement";
import { headlineOf, meaningOf } from "./words";

const m = leadMessages.dashboard;
const { overview: overviewWords } = figuresMessages;
const VARIABLES = [
  ["source_type", "nominal"],
  ["confidence", "ordinal"],
] as const;

type Props = {
  slug: string;
  isLead: boolean;
  agreement: UseQueryResult<Known>;
  progress: UseQueryResult<Progress>;
  overview: UseQueryResult<Overview>;
  scope: Scope;
};

/** The headline: both agreements, the progress and the pace, each loading and failing by itself. */
export function Figures({ slug, isLead, agreement, progress, overview, scope }: Props) {
  const claims = progress.data?.claims ?? agreement.data?.agreement.report?.claims ?? 0;
  const isAnyLeftOut = scope.scope !== "all" || (progress.data?.answers ?? 0) > 0;
  return (
    <div className={styles.figures}>
      {VARIABLES.map(([variable, level]) => {
        const title = m.figures[variable];
        if (!agreement.data) {
          return (
            <Missing key={variable} title={title} query={agreement} text={m.failedAgreement} />
          );
        }
        const { report, pending } = agreement.data.agreement;
        const isWaiting = pending > 0 || !scope.isReady;
        const isLeftOut = pending === 0 && isAnyLeftOut;
        const reading = read(report ? figureOf(report, variable, scope) : undefined, isWaiting);
        return (
          <div key={variable}>
            <AgreementFigure
              title={title}
              level={level}
              reading={reading}
              claims={claims}
              isAnyLeftOut={isLeftOut}
              computedAt={report?.computed_at ?? null}
              skewMs={agreement.data.skewMs}
            >
              {isLead && reading.figure && (
                <MethodsButton slug={slug} variable={variable} scope={scope} />
              )}
            </AgreementFigure>
            <Announcement
              title={title}
              value={headlineOf(reading)}
              kind={reading.kind}
              meaning={meaningOf(reading, claims, isLeftOut)}
            />
          </div>
        );
      })}
      {progress.data ? (
        <ProgressFigure progress={progress.data} isFiltered={scope.scope !== "all"} />
      ) : (
        <Missing title={m.progress} query={progress} text={m.failedProgress} />
      )}
      {overview.data ? (
        <SpeedFigure overview={overview.data} />
      ) : (
        <Missing title={overviewWords.speed.title} query={overview} text={m.failedSpeed} />
      )}
    </div>
  );
}

function figureOf(
  { variables }: AgreementReport,
  variable: Variable,
  { labels }: Scope,
): Figure | undefined {
  const collapsed = labels === "collapsed" ? variables.source_type_collapsed : null;
  return variable === "source_type" && collapsed ? collapsed : variables[variable];
}

type AnnouncementProps = { title: string; value: string; kind: Kind; meaning: string };

function Announcement({ title, value, kind, meaning }: AnnouncementProps) {
  return (
    <p role="status" className="visually-hidden">
      {useAnnouncement(kind, m.changed(title, value, meaning))}
    </p>
  );
}

type MissingProps = { title: string; query: UseQueryResult<unknown>; text: string };

/** A figure that is loading, or that could not be loaded. */
function Missing({ title, query, text }: MissingProps) {
  const late = useDelay();
  return (
    <section className={styles.missing}>
      <h2 className={styles.title}>{title}</h2>
      {query.isError ? (
        <div className={styles.failed}>
          <Message
            tone="error"
            action={
              <Button busy={query.isFetching} onClick={() => void query.refetch()}>
                {messages.app.tryAgain}
              </Button>
            }
          >
            {text}
          </Message>
        </div>
      ) : (
        late && (
          <div className={styles.bones}>
            <Skeleton width={110} height={44} />
            <Skeleton height={8} />
            <Skeleton width="70%" height={14} />
          </div>
        )
      )}
    </section>
  );
}
