import type { UseQueryResult } from "@tanstack/react-query";
import type { Progress } from "@/api/types";
import { messages } from "@/app/messages";
import { leadMessages } from "@/app/messages/leads";
import { Button } from "@/ui/Button";
import { Message } from "@/ui/Message";
import { Skeleton, useDelay } from "@/ui/Skeleton";
import { AgreementFigure } from "./AgreementFigure";
import styles from "./Figures.module.css";
import { MethodsButton } from "./MethodsButton";
import { ProgressFigure } from "./ProgressFigure";
import type { Known } from "./queries";
import { type Reading, read } from "./standing";
import { useAnnouncement } from "./useAnnouncement";
import { headlineOf, meaningOf } from "./words";

const m = leadMessages.dashboard;
const VARIABLES = [
  ["source_type", "nominal"],
  ["confidence", "ordinal"],
] as const;

type Props = {
  slug: string;
  isLead: boolean;
  agreement: UseQueryResult<Known>;
  progress: UseQueryResult<Progress>;
};

/** The headline: both agreements and the progress, each loading and failing by itself. */
export function Figures({ slug, isLead, agreement, progress }: Props) {
  const claims = progress.data?.claims ?? agreement.data?.agreement.report?.claims ?? 0;
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
        const reading = read(report?.variables[variable], pending);
        return (
          <div key={variable}>
            <AgreementFigure
              title={title}
              level={level}
              reading={reading}
              claims={claims}
              computedAt={report?.computed_at ?? null}
              skewMs={agreement.data.skewMs}
            >
              {isLead && reading.figure && <MethodsButton slug={slug} variable={variable} />}
            </AgreementFigure>
            <Announcement title={title} reading={reading} claims={claims} />
          </div>
        );
      })}
      {progress.data ? (
        <ProgressFigure progress={progress.data} />
      ) : (
        <Missing title={m.progress} query={progress} text={m.failedProgress} />
      )}
    </div>
  );
}

type AnnouncementProps = { title: string; reading: Reading; claims: number };

function Announcement({ title, reading, claims }: AnnouncementProps) {
  const text = m.changed(title, headlineOf(reading), meaningOf(reading, claims));
  return (
    <p role="status" className="visually-hidden">
      {useAnnouncement(reading.kind, text)}
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
