import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { allOf } from "@/api/pages";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { exportMessages } from "@/app/messages/export";
import { classes } from "@/lib/classes";
import { Button } from "@/ui/Button";
import cards from "@/ui/Cards.module.css";
import { EmptyState } from "@/ui/EmptyState";
import { Message } from "@/ui/Message";
import { SkeletonRows } from "@/ui/SkeletonRows";
import { isLive, snapshotsQuery } from "./queries";
import styles from "./SnapshotList.module.css";
import { SnapshotRow } from "./SnapshotRow";
import type { Snapshot } from "./types";

const m = exportMessages.snapshots;

/** The snapshots that were taken, and those that are being taken. */
export function SnapshotList({ project }: { project: Project }) {
  const { slug } = project;
  const snapshots = useInfiniteQuery(snapshotsQuery(slug));
  const list = snapshots.data && allOf(snapshots.data.pages);
  return (
    <section className={styles.list} aria-labelledby="snapshots">
      <h2 id="snapshots">{m.title}</h2>
      {snapshots.isPending && <SkeletonRows label={m.loading} rows={3} />}
      {snapshots.isError && (
        <Message
          tone={list ? "warn" : "error"}
          action={
            <Button busy={snapshots.isFetching} onClick={() => void snapshots.refetch()}>
              {messages.app.tryAgain}
            </Button>
          }
        >
          {failureText(list !== undefined, snapshots.isFetchNextPageError)}
        </Message>
      )}
      {list?.length === 0 && <EmptyState title={m.emptyTitle} text={m.empty} />}
      {list && list.length > 0 && (
        <table className={classes(cards.cards, styles.table)}>
          <caption className="visually-hidden">{m.title}</caption>
          <thead>
            <tr>
              <th scope="col">{m.columns.taken}</th>
              <th scope="col">{m.columns.what}</th>
              <th scope="col" className={styles.number}>
                {m.columns.claims}
              </th>
              <th scope="col" className={styles.number}>
                {m.columns.answers}
              </th>
              <th scope="col" className={styles.number}>
                {m.columns.size}
              </th>
              <th scope="col">{m.columns.digest}</th>
            </tr>
          </thead>
          <tbody>
            {list.map((one) => (
              <SnapshotRow key={one.id} slug={slug} snapshot={one} />
            ))}
          </tbody>
        </table>
      )}
      {snapshots.hasNextPage && (
        <Button busy={snapshots.isFetchingNextPage} onClick={() => void snapshots.fetchNextPage()}>
          {messages.app.showMore}
        </Button>
      )}
      <Announcement list={list ?? []} />
    </section>
  );
}

function failureText(isKnown: boolean, isOfMore: boolean): string {
  if (!navigator.onLine) return m.offline;
  if (isOfMore) return m.failedMore;
  return isKnown ? m.stale : m.failed;
}

/** Say when a snapshot that was being taken has ended; not every row that it passes. */
function Announcement({ list }: { list: readonly Snapshot[] }) {
  const live = useRef<ReadonlySet<number>>(new Set());
  const [said, say] = useState("");
  useEffect(() => {
    const ended = list.find((one) => live.current.has(one.id) && !isLive(one));
    live.current = new Set(list.filter(isLive).map(({ id }) => id));
    if (ended) say(ended.state === "done" ? m.announcedDone(ended.claims ?? 0) : m.announcedFailed);
  }, [list]);
  return (
    <p role="status" className="visually-hidden">
      {said}
    </p>
  );
}
