import { type FormEvent, useState } from "react";
import type { Project } from "@/api/types";
import { setupMessages } from "@/app/messages/setup";
import { SaveLine } from "@/parts/settings/SaveLine";
import { Field } from "@/ui/Field";
import { Panel } from "@/ui/Panel";
import { nameProblem } from "./newProject";
import styles from "./Panels.module.css";
import { useProjectSaving } from "./saving";

const m = setupMessages.general;

export function NamePanel({ project }: { project: Project }) {
  const [name, setName] = useState(project.name);
  const [isChecked, check] = useState(false);
  const saving = useProjectSaving(project.slug);
  const problem = nameProblem(name);
  const isChanged = name.trim() !== project.name;

  const save = (event: FormEvent) => {
    event.preventDefault();
    check(true);
    if (isChanged && !problem && !saving.isPending) saving.mutate({ name: name.trim() });
  };
  return (
    <Panel title={m.nameTitle} text={m.nameText(`/projects/${project.slug}`)}>
      <form className={styles.form} onSubmit={save} noValidate>
        <Field
          label={m.name}
          value={name}
          error={isChecked && problem ? problem : undefined}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
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
