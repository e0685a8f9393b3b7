import { Link } from "wouter";
import type { Project } from "@/api/types";
import { setupMessages } from "@/app/messages/setup";
import { Panel } from "@/ui/Panel";
import styles from "./Panels.module.css";

const m = setupMessages.general;

/** What annotators see of suggestions, and where that is decided. */
export function SuggestionsPanel({ project }: { project: Project }) {
  return (
    <Panel title={m.suggestionsTitle} text={m.suggestionsText[project.suggestion_mode]}>
      <p className={styles.note}>{m.suggestionsWhere}</p>
      <Link href={`/projects/${project.slug}/queue`} className={styles.link}>
        {m.toQueue}
      </Link>
    </Panel>
  );
}
