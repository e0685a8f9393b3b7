import { type FormEvent, useState } from "react";
import type { Project } from "@/api/types";
import { setupMessages } from "@/app/messages/setup";
import { Choices } from "@/parts/settings/Choices";
import { SaveLine } from "@/parts/settings/SaveLine";
import { Panel } from "@/ui/Panel";
import styles from "./Panels.module.css";
import { useProjectSaving } from "./saving";

const m = setupMessages.general;
const STATES = ["draft", "open", "closed"] as const;

/** Whether the project takes answers. */
export function StatePanel({ project }: { project: Project }) {
  const [state, setState] = useState(project.state);
  const saving = useProjectSaving(project.slug);
  const isChanged = state !== project.state;

  const save = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged && !saving.isPending) saving.mutate({ state });
  };
  return (
    <Panel title={m.stateTitle}>
      <form className={styles.form} onSubmit={save} noValidate>
        <Choices
          legend={m.stateLegend}
          chosen={state}
          onChoose={setState}
          choices={STATES.map((value) => ({
            value,
            ...m.states[value],
            more: value === "closed" && isChanged && <p className={styles.note}>{m.closing}</p>,
          }))}
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
