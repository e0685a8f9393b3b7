import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useLocation, useSearch } from "wouter";
import { allOf } from "@/api/pages";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { exportMessages } from "@/app/messages/export";
import { dateTime } from "@/lib/time";
import { Button } from "@/ui/Button";
import { Message } from "@/ui/Message";
import { Panel } from "@/ui/Panel";
import { Select } from "@/ui/Select";
import { Compared } from "./Compared";
import styles from "./ComparePanel.module.css";
import { comparisonQuery, isComparing, snapshotsQuery } from "./queries";
import type { Snapshot } from "./types";
import { shortDigest } from "./words";

const m = exportMessages.comparing;

type Props = { project: Project; snapshot: Snapshot };

/** What differs between this snapshot and another one of the project. */
export function ComparePanel({ project, snapshot }: Props) {
  const { slug } = project;
  const [path, go] = useLocation();
  const chosen = new URLSearchParams(useSearch()).get("with") ?? "";
  const snapshots = useInfiniteQuery(snapshotsQuery(slug));
  const others = allOf(snapshots.data?.pages ?? []).filter(
    ({ id, state }) => id !== snapshot.id && state === "done",
  );
  const other = others.find(({ id }) => `${id}` === chosen);
  return (
    <Panel title={m.title} text={m.text}>
      {snapshots.isSuccess && others.length === 0 && <p className={styles.none}>{m.none}</p>}
      {others.length > 0 && (
        <div className={styles.choose}>
          <Select
            label={m.with}
            value={other ? chosen : ""}
            options={[["", m.choose], ...others.map((one) => [`${one.id}`, nameOf(one)] as const)]}
            onChoose={(id) => go(id ? `${path}?with=${id}` : path, { replace: true })}
          />
          {snapshots.hasNextPage && (
            <Button
              busy={snapshots.isFetchingNextPage}
              onClick={() => void snapshots.fetchNextPage()}
            >
              {m.older}
            </Button>
          )}
        </div>
      )}
      {other && <Comparing project={project} one={snapshot} other={other} />}
    </Panel>
  );
}

function nameOf({ created_at, digest }: Snapshot): string {
  return `${dateTime(created_at)} · ${shortDigest(digest)}`;
}

/** The comparison of two snapshots: from the older one to the newer. */
function Comparing({ project, one, other }: { project: Project; one: Snapshot; other: Snapshot }) {
  const [before, after] = one.id < other.id ? [one, other] : [other, one];
  const found = useQuery(comparisonQuery(project.slug, before.id, after.id));
  const { data, isError } = found;
  const isLive = data === undefined ? !isError : isComparing(data);
  return (
    <div className={styles.result} aria-busy={isLive}>
      <p role="status" className={isLive ? styles.waiting : "visually-hidden"}>
        {isLive && m.comparing}
        {data?.state === "done" && m.compared}
      </p>
      {isError && (
        <Message
          tone="error"
          action={
            <Button busy={found.isFetching} onClick={() => void found.refetch()}>
              {messages.app.tryAgain}
            </Button>
          }
        >
          {m.failed}
        </Message>
      )}
      {data?.state === "failed" && <Message tone="error">{data.error}</Message>}
      {data?.figures && (
        <>
          <p className={styles.between}>
            {m.between(dateTime(before.created_at), dateTime(after.created_at))}
          </p>
          {before.digest === after.digest ? (
            <p>{m.same}</p>
          ) : (
            <Compared project={project} figures={data.figures} />
          )}
        </>
      )}
    </div>
  );
}
