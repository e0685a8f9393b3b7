import Download from "lucide-react/icons/download";
import { messages } from "@/app/messages";
import { exportMessages } from "@/app/messages/export";
import { classes } from "@/lib/classes";
import { count } from "@/lib/numbers";
import cards from "@/ui/Cards.module.css";
import { CopyButton } from "@/ui/CopyButton";
import { Panel } from "@/ui/Panel";
import { Snippet } from "@/ui/Snippet";
import styles from "./FilesPanel.module.css";
import { fetchingOf, filePath, loadingOf } from "./loading";
import type { SnapshotDetail } from "./types";
import { shortDigest, sizeText } from "./words";

const m = exportMessages.files;
const OUTCOMES = { copiedLabel: messages.app.copied, failedLabel: messages.app.copyFailed };
const COPY = { label: messages.app.copy, ...OUTCOMES };
const COPYING = { copyLabel: messages.app.copy, ...OUTCOMES };

/** The files of a snapshot, each with what proves it, and how to load them. */
export function FilesPanel({ slug, snapshot }: { slug: string; snapshot: SnapshotDetail }) {
  return (
    <Panel title={m.title} text={m.text}>
      <table className={classes(cards.cards, styles.table)}>
        <caption className="visually-hidden">{m.title}</caption>
        <thead>
          <tr>
            <th scope="col">{m.name}</th>
            <th scope="col" className={styles.number}>
              {m.rows}
            </th>
            <th scope="col" className={styles.number}>
              {m.size}
            </th>
            <th scope="col">SHA-256</th>
            <th scope="col">
              <span className="visually-hidden">{m.download}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {snapshot.files.map(({ name, bytes, rows, sha256, url }) => (
            <tr key={name}>
              <th scope="row" className={styles.name}>
                {name}
              </th>
              <td className={styles.number} data-label={m.rows}>
                {rows === null ? "–" : count(rows)}
              </td>
              <td className={styles.number} data-label={m.size}>
                {sizeText(bytes)}
              </td>
              <td className={styles.sum}>
                <span className={styles.pair}>
                  <code>{shortDigest(sha256)}</code>
                  <CopyButton variant="quiet" text={sha256} description={m.sumOf(name)} {...COPY} />
                </span>
              </td>
              <td className={styles.get}>
                <a
                  href={filePath(url)}
                  download
                  className={styles.download}
                  aria-label={m.downloadOf(name)}
                >
                  <Download size={16} aria-hidden />
                  {m.download}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.loading}>
        <Snippet
          label={m.fetching}
          text={fetchingOf(location.origin, slug, snapshot)}
          {...COPYING}
        />
        <Snippet label={m.loading} text={loadingOf(slug, snapshot)} {...COPYING} />
      </div>
    </Panel>
  );
}
