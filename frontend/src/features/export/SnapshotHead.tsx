import { messages } from "@/app/messages";
import { exportMessages } from "@/app/messages/export";
import { count } from "@/lib/numbers";
import { CopyButton } from "@/ui/CopyButton";
import { Counts } from "@/ui/Counts";
import { isLive } from "./queries";
import styles from "./SnapshotHead.module.css";
import { Failed, Taking } from "./Standing";
import type { SnapshotDetail } from "./types";
import { filtersIn, filtersText, sizeText, splitsText } from "./words";

const m = exportMessages.snapshots;

/** What a snapshot is, in figures and in words; or how far it is. */
export function SnapshotHead({ slug, snapshot }: { slug: string; snapshot: SnapshotDetail }) {
  const { state, options } = snapshot;
  return (
    <section className={styles.card} aria-label={m.about}>
      {state === "done" && <Content snapshot={snapshot} />}
      {isLive(snapshot) && <Taking snapshot={snapshot} />}
      {state === "failed" && <Failed slug={slug} snapshot={snapshot} />}
      <dl className={styles.facts}>
        <div>
          <dt>{m.columns.what}</dt>
          <dd>{filtersText(filtersIn(options.filters))}</dd>
        </div>
        <div>
          <dt>{m.splitsTitle}</dt>
          <dd>{splitsText(options.splits)}</dd>
        </div>
        <div>
          <dt>{m.columns.by}</dt>
          <dd>{snapshot.created_by}</dd>
        </div>
        {snapshot.digest && (
          <div className={styles.digest}>
            <dt>{m.columns.digest}</dt>
            <dd>
              <code>{snapshot.digest}</code>
              <CopyButton
                text={snapshot.digest}
                label={messages.app.copy}
                description={m.columns.digest}
                copiedLabel={messages.app.copied}
                failedLabel={messages.app.copyFailed}
              />
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Content({ snapshot: { claims, annotations, size } }: { snapshot: SnapshotDetail }) {
  const figures = [
    [m.columns.claims, count(claims ?? 0)],
    [m.columns.answers, count(annotations ?? 0)],
    [m.columns.size, sizeText(size)],
  ] as const;
  return <Counts counts={figures} />;
}
