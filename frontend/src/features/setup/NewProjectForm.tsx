import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useRef, useState } from "react";
import { useLocation } from "wouter";
import { api, call } from "@/api/client";
import type { NewProject } from "@/api/types";
import { setupMessages } from "@/app/messages/setup";
import { Button } from "@/ui/Button";
import { ButtonLink } from "@/ui/ButtonLink";
import { ErrorSummary } from "@/ui/ErrorSummary";
import { Field } from "@/ui/Field";
import { Panel } from "@/ui/Panel";
import { Select } from "@/ui/Select";
import styles from "./NewProjectScreen.module.css";
import { LEAST_OVERLAP, MOST_OVERLAP, nameProblem, overlapOf } from "./newProject";
import { know, problemOf } from "./saving";
import { useLedProjects } from "./useLedProjects";

const m = setupMessages.newProject;
const DEFAULT_OVERLAP = "3";

export function NewProjectForm() {
  const [, navigate] = useLocation();
  const id = useId();
  const summary = useRef<HTMLDivElement>(null);
  const led = useLedProjects();
  const [name, setName] = useState("");
  const [typed, setTyped] = useState(DEFAULT_OVERLAP);
  const [copied, setCopied] = useState("");
  const [isChecked, check] = useState(false);
  const creating = useCreating();
  const overlap = overlapOf(typed);
  const fields = { name: `${id}-name`, overlap: `${id}-overlap` };
  const wrong = {
    name: nameProblem(name),
    overlap: overlap === undefined ? m.overlapWrong(LEAST_OVERLAP, MOST_OVERLAP) : null,
  };
  const problems = (["name", "overlap"] as const).flatMap((field) =>
    wrong[field] ? [{ field: fields[field], text: wrong[field] }] : [],
  );

  const takeFrom = (slug: string) => {
    setCopied(slug);
    const other = led.find((project) => project.slug === slug);
    setTyped(other ? String(other.overlap) : DEFAULT_OVERLAP);
  };
  const create = (event: FormEvent) => {
    event.preventDefault();
    check(true);
    if (problems.length > 0) requestAnimationFrame(() => summary.current?.focus());
    if (problems.length > 0 || overlap === undefined || creating.isPending) return;
    creating.mutate(
      { name: name.trim(), overlap, ...(copied && { copy_from: copied }) },
      { onSuccess: ({ slug }) => navigate(`/projects/${slug}/settings`) },
    );
  };
  return (
    <div className={styles.columns}>
      <Panel title={m.formTitle}>
        <form className={styles.form} onSubmit={create} noValidate>
          {isChecked && problems.length > 0 && (
            <ErrorSummary ref={summary} title={setupMessages.saving.problems} problems={problems} />
          )}
          <Field
            id={fields.name}
            label={m.name}
            hint={m.nameHint}
            error={(isChecked && wrong.name) || undefined}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          {led.length > 0 && (
            <Select
              label={m.copy}
              hint={m.copyHint}
              value={copied}
              options={[["", m.copyNone], ...led.map(({ slug, name }) => [slug, name] as const)]}
              onChoose={takeFrom}
            />
          )}
          <Field
            id={fields.overlap}
            label={m.overlap}
            hint={`${m.overlapHint} ${overlap === undefined ? "" : workOf(overlap)}`}
            error={(isChecked && wrong.overlap) || undefined}
            inputMode="numeric"
            autoComplete="off"
            className={styles.number}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          {creating.problem && (
            <p role="alert" className={styles.problem}>
              {creating.problem}
            </p>
          )}
          <div className={styles.line}>
            <Button type="submit" variant="primary" busy={creating.isPending}>
              {creating.isPending ? m.creating : m.create}
            </Button>
            <ButtonLink variant="quiet" href="/">
              {m.cancel}
            </ButtonLink>
          </div>
        </form>
      </Panel>
      {!copied && <Defaults />}
    </div>
  );
}

const workOf = (overlap: number): string =>
  overlap === 1 ? `${m.overlapWork(overlap)} ${m.overlapAlone}` : m.overlapWork(overlap);

function Defaults() {
  return (
    <Panel title={m.defaultsTitle}>
      <ul className={styles.defaults}>
        {Object.entries(m.defaults).map(([what, text]) => (
          <li key={what}>{text}</li>
        ))}
      </ul>
    </Panel>
  );
}

function useCreating() {
  const queries = useQueryClient();
  const creating = useMutation({
    mutationFn: (body: NewProject) => call(api.POST("/api/v1/projects/", { body })),
    onSuccess: (project) => know(queries, project),
  });
  const { error } = creating;
  return { ...creating, problem: error && problemOf(error, m.failed) };
}
