import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Link, useLocation, useParams } from "wouter";
import { ApiError } from "@/api/client";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { exportMessages } from "@/app/messages/export";
import { dateTime } from "@/lib/time";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/EmptyState";
import { Message } from "@/ui/Message";
import { Skeleton, useDelay } from "@/ui/Skeleton";
import { AgreementPanel } from "./AgreementPanel";
import { ComparePanel } from "./ComparePanel";
import { DeleteDialog } from "./DeleteDialog";
import { FilesPanel } from "./FilesPanel";
import { isLive, snapshotQuery } from "./queries";
import { SnapshotHead } from "./SnapshotHead";
import styles from "./SnapshotScreen.module.css";
import { SplitsPanel } from "./SplitsPanel";
import type { SnapshotDetail } from "./types";

const m = exportMessages.snapshots;

/** One snapshot: what is in it, what it is worth, and how it differs from another. */
export function SnapshotScreen({ project }: { project: Project }) {
  const { id = "" } = useParams<{ id: string }>();
  const snapshotId = /^[1-9]\d{0,15}$/.test(id) ? Number(id) : null;
  return (
    <div className="page">
      <title>{messages.app.pageTitle(`${m.one}, ${project.name}`)}</title>
      <Link href={`/projects/${project.slug}/export`} className={styles.back}>
        {exportMessages.title}
      </Link>
      {snapshotId === null ? (
        <Gone />
      ) : (
        <OneSnapshot key={snapshotId} project={project} id={snapshotId} />
      )}
    </div>
  );
}

function OneSnapshot({ project, id }: { project: Project; id: number }) {
  const found = useQuery(snapshotQuery(project.slug, id));
  const { data, error } = found;
  if (!data) {
    if (!error) return <Loading />;
    if (error instanceof ApiError && error.status === 404) return <Gone />;
    return (
      <EmptyState title={m.failedOne} text={messages.app.unreachable}>
        <Button busy={found.isFetching} onClick={() => void found.refetch()}>
          {messages.app.tryAgain}
        </Button>
      </EmptyState>
    );
  }
  return (
    <>
      <div className={styles.head}>
        <h1>{m.titleOf(dateTime(data.created_at))}</h1>
        {project.role === "lead" && <Delete slug={project.slug} snapshot={data} />}
      </div>
      {error && (
        <div className={styles.notice}>
          <Message tone="warn" role="status">
            {navigator.onLine ? m.stale : m.offline}
          </Message>
        </div>
      )}
      <div className={styles.panels}>
        <SnapshotHead slug={project.slug} snapshot={data} />
        {data.state === "done" && (
          <>
            <FilesPanel slug={project.slug} snapshot={data} />
            <div className={styles.pair}>
              <SplitsPanel project={project} snapshot={data} />
              <AgreementPanel snapshot={data} />
            </div>
            <ComparePanel project={project} snapshot={data} />
          </>
        )}
      </div>
      <Announcement snapshot={data} />
    </>
  );
}

function Delete({ slug, snapshot }: { slug: string; snapshot: SnapshotDetail }) {
  const [isAsking, ask] = useState(false);
  const [, go] = useLocation();
  return (
    <>
      <Button onClick={() => ask(true)}>{m.delete}</Button>
      {isAsking && (
        <DeleteDialog
          slug={slug}
          snapshot={snapshot}
          onClose={() => ask(false)}
          onDeleted={() => go(`/projects/${slug}/export`, { replace: true })}
        />
      )}
    </>
  );
}

/** Say when the snapshot has come to its end while somebody looks. */
function Announcement({ snapshot }: { snapshot: SnapshotDetail }) {
  const wasLive = useRef(isLive(snapshot));
  const [said, say] = useState("");
  const { state, claims } = snapshot;
  useEffect(() => {
    const live = isLive({ state });
    if (wasLive.current && !live) {
      say(state === "done" ? m.announcedDone(claims ?? 0) : m.announcedFailed);
    }
    wasLive.current = live;
  }, [state, claims]);
  return (
    <p role="status" className="visually-hidden">
      {said}
    </p>
  );
}

function Gone() {
  return <EmptyState title={messages.app.notFoundTitle} text={m.gone} />;
}

function Loading() {
  const late = useDelay();
  if (!late) return null;
  return (
    <div className={styles.panels} aria-busy>
      <p className="visually-hidden">{m.loadingOne}</p>
      <Skeleton height={40} width="50%" />
      <Skeleton height={150} className={styles.bone} />
      <Skeleton height={260} className={styles.bone} />
    </div>
  );
}
