import { useMemo } from "react";
import { panelMessages } from "@/app/messages/panels";
import { type Change, diffMarkdown } from "@/lib/diff";
import styles from "./RevisionDiff.module.css";

const m = panelMessages.guide;

/** What is not the same in two revisions, under the headings where it stands. */
export function RevisionDiff({ before, after }: { before: string; after: string }) {
  const sections = useMemo(() => sectionsOf(diffMarkdown(before, after)), [before, after]);
  if (sections.length === 0) return <p className={styles.none}>{m.noChange}</p>;
  return sections.map(({ title, changes }) => (
    <section key={title} className={styles.section}>
      <h3>{title || m.beginning}</h3>
      {changes.map((change, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: it is drawn once and never changes
        <Paragraph key={index} change={change} />
      ))}
    </section>
  ));
}

function Paragraph({ change }: { change: Change }) {
  if (change.kind === "same") return null;
  return (
    <div className={styles.change}>
      <span className={styles.kind}>{m[change.kind]}</span>
      <p>
        {change.kind === "changed" ? (
          change.parts.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: it is drawn once and never changes
            <Piece key={index} {...part} />
          ))
        ) : (
          <Piece kind={change.kind} text={change.text} />
        )}
      </p>
    </div>
  );
}

function Piece({ kind, text }: { kind: "same" | "added" | "removed"; text: string }) {
  if (kind === "added") return <ins className={styles.added}>{text}</ins>;
  return kind === "removed" ? <del className={styles.removed}>{text}</del> : text;
}

type Section = { title: string; changes: Change[] };

function sectionsOf(changes: readonly Change[]): Section[] {
  const sections: Section[] = [];
  for (const change of changes) {
    if (change.kind === "same") continue;
    const last = sections.at(-1);
    if (last?.title === change.section) last.changes.push(change);
    else sections.push({ title: change.section, changes: [change] });
  }
  return sections;
}
