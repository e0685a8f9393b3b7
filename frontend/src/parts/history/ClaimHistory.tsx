import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { allOf } from "@/api/pages";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { dateTime, timeAgo } from "@/lib/time";
import { Ago } from "@/ui/Ago";
import { Button } from "@/ui/Button";
import { Message } from "@/ui/Message";
import { SkeletonRows } from "@/ui/SkeletonRows";
import styles from "./ClaimHistory.module.css";
import { claimEventsQuery } from "./queries";
import { type ClaimEvent, changesOf, type Labels } from "./words";

const m = panelMessages.history;

export type HistoryOf = Pick<Project, "role"> & Labels;

/** What was said of a claim, the newest first: one's own answers, to a lead everybody's. */
export function ClaimHistory({ claim, project }: { claim: number; project: HistoryOf }) {
  const events = useInfiniteQuery(claimEventsQuery(claim));
  const [now] = useState(Date.now);
  const found = allOf(events.data?.pages ?? []);
  const isLead = project.role === "lead";
  return (
    <>
      {events.isPending && <SkeletonRows label={m.loading} rows={3} />}
      {events.isError && (
        <Message
          tone="error"
          action={<Button onClick={() => void events.refetch()}>{messages.app.tryAgain}</Button>}
        >
          {m.failed}
        </Message>
      )}
      {events.data && found.length === 0 && (
        <p className={styles.none}>{isLead ? m.none : m.noneOwn}</p>
      )}
      {found.length > 0 && (
        <ol className={styles.events} reversed>
          {found.map((event) => (
            <Event
              key={event.client_id}
              event={event}
              act={actOf(event, found)}
              project={project}
              now={now}
            />
          ))}
        </ol>
      )}
      {events.hasNextPage && (
        <div className={styles.more}>
          <Button busy={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
            {m.more}
          </Button>
        </div>
      )}
    </>
  );
}

/** Taking back what was itself taken back is doing it again. */
function actOf({ reverts }: ClaimEvent, known: readonly ClaimEvent[]): string {
  if (!reverts) return "";
  return known.find((event) => event.client_id === reverts)?.reverts ? m.redo : m.undo;
}

type EventProps = { event: ClaimEvent; act: string; project: HistoryOf; now: number };

function Event({ event, act, project, now }: EventProps) {
  return (
    <li>
      <div className={styles.head}>
        <strong>{project.role === "lead" ? event.annotator.name : m.you}</strong>
        {act && <span className={styles.act}>{act}</span>}
        <span className={styles.when}>
          <Ago
            iso={event.at}
            relative={timeAgo(event.at, Math.max(now, Date.parse(event.at)))}
            absolute={dateTime(event.at)}
          />
        </span>
      </div>
      <ul className={styles.changes}>
        {changesOf(event, project).map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      {event.after && (
        <p className={styles.revision}>{m.revision(event.after.guideline_revision)}</p>
      )}
    </li>
  );
}
