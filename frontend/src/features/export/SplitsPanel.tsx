import type { Project } from "@/api/types";
import { exportMessages } from "@/app/messages/export";
import { classes } from "@/lib/classes";
import { count, percent } from "@/lib/numbers";
import { typeNamed } from "@/parts/overview/types";
import { Panel } from "@/ui/Panel";
import { TypeMark, typeColor, typeStyles } from "@/ui/TypeMark";
import { manifestOf, type Part } from "./manifest";
import styles from "./SplitsPanel.module.css";
import type { SnapshotDetail } from "./types";
import { splitName } from "./words";

const m = exportMessages.distribution;

type Props = { project: Project; snapshot: SnapshotDetail };

/** How often each label is in each split: bars, and the same as a table. */
export function SplitsPanel({ project, snapshot }: Props) {
  const manifest = manifestOf(snapshot);
  if (!manifest) return null;
  const { distribution, splits, labels } = manifest;
  return (
    <Panel title={splits ? m.title : m.titleWhole} text={splits ? m.text : m.textWhole}>
      <table className={styles.table}>
        <caption className="visually-hidden">{splits ? m.title : m.titleWhole}</caption>
        <thead>
          <tr>
            <th scope="col">{m.label}</th>
            {distribution.map((part) => (
              <th key={part.split} scope="col">
                <span className={styles.split}>{splitName(part.split)}</span>
                <small>
                  {shareOf(part, splits?.parts)}
                  {m.articles(part.articles)}
                </small>
                <small>{m.claims(part.claims)}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {labels.map(({ key }) => {
            const { name, color } = typeNamed(project, key);
            return (
              <tr key={key} className={typeStyles(typeColor(color))}>
                <th scope="row">
                  <span className={styles.label}>
                    <TypeMark color={typeColor(color)} />
                    {name}
                  </span>
                </th>
                {distribution.map((part) => (
                  <Bar key={part.split} part={part} claims={part.labels[key] ?? 0} />
                ))}
              </tr>
            );
          })}
          <tr className={styles.none}>
            <th scope="row">{m.noMajority}</th>
            {distribution.map((part) => (
              <Bar key={part.split} part={part} claims={part.no_majority} />
            ))}
          </tr>
        </tbody>
      </table>
      {splits && (
        <p className={styles.hint}>
          {splits.groups > 0 ? m.grouped(splits.groups, splits.grouped) : m.noGroups}
        </p>
      )}
    </Panel>
  );
}

type Reached = { name: string; share: number | null };

/** Say which share of the articles a split has; nothing where all are in one. */
function shareOf({ split }: Part, parts: readonly Reached[] = []): string {
  const share = parts.find(({ name }) => name === split)?.share ?? null;
  return share === null ? "" : `${percent(share)} · `;
}

function Bar({ part, claims }: { part: Part; claims: number }) {
  const share = part.claims > 0 ? claims / part.claims : 0;
  return (
    <td>
      <span className={styles.value}>
        {percent(share)} <small>{count(claims)}</small>
      </span>
      <span className={classes(styles.track)} aria-hidden>
        <span className={styles.bar} style={{ width: `${100 * share}%` }} />
      </span>
    </td>
  );
}
