import { type FormEvent, useState } from "react";
import type { Project } from "@/api/types";
import { setupMessages } from "@/app/messages/setup";
import { SaveLine } from "@/parts/settings/SaveLine";
import { Field } from "@/ui/Field";
import { Panel } from "@/ui/Panel";
import { LEAST_OVERLAP, MOST_OVERLAP, overlapOf } from "./newProject";
import styles from "./Panels.module.css";
import { useProjectSaving } from "./saving";

const m = setupMessages.general;

/** How many people answer each claim, and what that means in work. */
export function OverlapPanel({ project }: { project: Project }) {
  const [typed, setTyped] = useState(String(project.overlap));
  const saving = useProjectSaving(project.slug);
  const overlap = overlapOf(typed);
  const isChanged = overlap !== project.overlap;

  const save = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged && overlap !== undefined && !saving.isPending) saving.mutate({ overlap });
  };
  return (
    <Panel title={m.overlapTitle} text={m.overlapText}>
      <form className={styles.form} onSubmit={save} noValidate>
        <Field
          label={m.overlap}
          inputMode="numeric"
          className={styles.number}
          value={typed}
          error={
            overlap === undefined
              ? setupMessages.newProject.overlapWrong(LEAST_OVERLAP, MOST_OVERLAP)
              : undefined
          }
          hint={overlap !== undefined && <Work project={project} overlap={overlap} />}
          onChange={(event) => setTyped(event.target.value)}
        />
        <SaveLine
          isChanged={isChanged}
          isSaving={saving.isPending}
          isSaved={saving.isSuccess}
          problem={saving.problem}
        />
      </form>
    </Panel>
  );
}

function Work({ project, overlap }: { project: Project; overlap: number }) {
  const { claims, answers } = project;
  const change = { [-1]: m.overlapFewer, 0: "", 1: m.overlapMore };
  const direction = Math.sign(overlap - project.overlap) as -1 | 0 | 1;
  return (
    <>
      {claims > 0 ? m.overlapWork(claims, overlap, answers) : m.noClaims}{" "}
      {overlap === 1 ? `${setupMessages.newProject.overlapAlone} ` : ""}
      {claims > 0 && change[direction]}
    </>
  );
}
