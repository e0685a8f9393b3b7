import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import type { Project } from "@/api/types";
import { panelMessages } from "@/app/messages/panels";
import { writtenIn } from "@/lib/writtenIn";
import { HistoryDialog } from "@/parts/history/HistoryDialog";
import { typeNamed } from "@/parts/overview/types";
import { Button } from "@/ui/Button";
import { TypeMark, typeColor } from "@/ui/TypeMark";
import styles from "./ClaimRows.module.css";

const m = panelMessages.history;

export type ClaimRow = {
  claim: number;
  article: number;
  /** Within its article. */
  number: number;
  quote: string;
  language: string;
  /** The article's; '' where it has none. */
  title: string;
  answers: readonly { id: number; source_type: string; words: string }[];
};

type Props = { rows: readonly ClaimRow[]; project: Project };

/** Claims with who said what of them, each with its history. */
export function ClaimRows({ rows, project }: Props): ReactNode {
  const [opened, open] = useState<ClaimRow | null>(null);
  return (
    <>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <li key={row.claim}>
            <div className={styles.claim}>
              <p className={styles.quote} {...writtenIn(row)}>
                {row.quote}
              </p>
              <p className={styles.about}>
                <Link href={`/projects/${project.slug}/articles/${row.article}#claim-${row.claim}`}>
                  {m.about(row.number, row.title)}
                </Link>
              </p>
              <ul className={styles.answers}>
                {row.answers.map(({ id, source_type, words }) => (
                  <li key={id}>
                    <TypeMark color={typeColor(typeNamed(project, source_type).color)} />
                    {words}
                  </li>
                ))}
              </ul>
            </div>
            <Button
              className={styles.history}
              aria-label={m.openIn(row.number, row.title)}
              onClick={() => open(row)}
            >
              {m.open}
            </Button>
          </li>
        ))}
      </ul>
      {opened && (
        <HistoryDialog
          claim={{ ...opened, id: opened.claim }}
          project={project}
          onClose={() => open(null)}
        />
      )}
    </>
  );
}
