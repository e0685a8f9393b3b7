import { Link } from "wouter";
import { messages } from "@/app/messages";
import { exportMessages } from "@/app/messages/export";
import { count } from "@/lib/numbers";
import { dateTime } from "@/lib/time";
import { CopyButton } from "@/ui/CopyButton";
import { isLive } from "./queries";
import styles from "./SnapshotList.module.css";
import { Failed, Taking } from "./Standing";
import type { Snapshot } from "./types";
import { filtersIn, filtersText, reachedText, shortDigest, sizeText } from "./words";

const m = exportMessages.snapshots;

/** A snapshot in the list: what it holds, or how far it is. */
export function SnapshotRow({ slug, snapshot }: { slug: string; snapshot: Snapshot }) {
  const { id, created_at, created_by, options } = snapshot;
  return (
    <tr>
      <th scope="row" className={styles.taken}>
        <Link href={`/projects/${slug}/export/${id}`}>{dateTime(created_at)}</Link>
        <small>{m.by(created_by)}</small>
      </th>
      <td className={styles.what}>
        {filtersText(filtersIn(options.filters))}
        <small>{reachedText(snapshot)}</small>
      </td>
      {snapshot.state === "done" ? (
        <Content snapshot={snapshot} />
      ) : (
        <td colSpan={4} className={styles.standing}>
          {isLive(snapshot) ? (
            <Taking snapshot={snapshot} />
          ) : (
            <Failed slug={slug} snapshot={snapshot} />
          )}
        </td>
      )}
    </tr>
  );
}

function Content({ snapshot: { claims, annotations, size, digest } }: { snapshot: Snapshot }) {
  return (
    <>
      <td className={styles.number} data-label={m.columns.claims}>
        {count(claims ?? 0)}
      </td>
      <td className={styles.number} data-label={m.columns.answers}>
        {count(annotations ?? 0)}
      </td>
      <td className={styles.number} data-label={m.columns.size}>
        {sizeText(size)}
      </td>
      <td className={styles.digest}>
        <span className={styles.sum}>
          <code>{shortDigest(digest)}</code>
          <CopyButton
            variant="quiet"
            text={digest}
            label={messages.app.copy}
            description={m.digestOf(shortDigest(digest))}
            copiedLabel={messages.app.copied}
            failedLabel={messages.app.copyFailed}
          />
        </span>
      </td>
    </>
  );
}
