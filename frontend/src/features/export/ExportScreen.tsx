import { useMemo } from "react";
import { useLocation, useParams, useSearch } from "wouter";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { exportMessages } from "@/app/messages/export";
import { type Choice, choiceOf, searchOf } from "./choice";
import { DownloadPanel } from "./DownloadPanel";
import styles from "./ExportScreen.module.css";
import { FilterBar } from "./FilterBar";
import { SnapshotForm } from "./SnapshotForm";
import { SnapshotList } from "./SnapshotList";
import { SnapshotScreen } from "./SnapshotScreen";

const m = exportMessages;

/** Labels out: the forms for it, or one snapshot. */
export function ExportScreen({ project }: { project: Project }) {
  const { id } = useParams<{ id?: string }>();
  return id === undefined ? <Forms project={project} /> : <SnapshotScreen project={project} />;
}

/** As a file of this moment, or as a snapshot that never changes. */
function Forms({ project }: { project: Project }) {
  const isLead = project.role === "lead";
  const search = useSearch();
  const [path, go] = useLocation();
  const choice = useMemo(() => choiceOf(search, isLead), [search, isLead]);
  // What is chosen is in the address, but each choice is no page to go back to.
  const change = (changes: Partial<Choice>) =>
    go(`${path}${searchOf({ ...choice, ...changes })}`, { replace: true });
  return (
    <div className="page">
      <title>{messages.app.pageTitle(`${m.title}, ${project.name}`)}</title>
      <h1>{m.title}</h1>
      <p className={styles.intro}>{m.intro}</p>
      <FilterBar slug={project.slug} filters={choice} onChange={change} />
      <div className={styles.panels}>
        <DownloadPanel slug={project.slug} choice={choice} isLead={isLead} onChange={change} />
        <SnapshotForm slug={project.slug} filters={choice} />
        <SnapshotList project={project} />
      </div>
    </div>
  );
}
