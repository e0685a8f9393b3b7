import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { ApiError } from "@/api/client";
import { peopleQuery } from "@/api/queries";
import type { Person } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { Button } from "@/ui/Button";
import styles from "./LimitForm.module.css";
import { limitOf } from "./numbers";
import { saveQuota } from "./queries";

const m = leadMessages.queue;

/** The most articles that the queue gives somebody; Enter saves it. */
export function LimitForm({ slug, person }: { slug: string; person: Person }) {
  const queries = useQueryClient();
  const id = useId();
  const known = person.quota ?? null;
  const [typed, setTyped] = useState(known === null ? "" : String(known));
  const saving = useMutation({
    mutationFn: (limit: number | null) => saveQuota(slug, person.id, limit),
    onSuccess: (member) => {
      queries.setQueryData(
        peopleQuery(slug).queryKey,
        (progress) =>
          progress && {
            ...progress,
            annotators: progress.annotators.map((one) =>
              one.id === member.id ? { ...one, quota: member.quota } : one,
            ),
          },
      );
    },
  });
  const limit = limitOf(typed);
  const isWrong = limit === undefined;
  const isChanged = limit !== known;
  const { error } = saving;
  const refusal = error instanceof ApiError && !error.isTemporary ? error.message : m.notSaved;
  const problem = isWrong ? m.limitWrong : error && refusal;

  const save = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged && limit !== undefined && !saving.isPending) saving.mutate(limit);
  };
  return (
    <form className={styles.form} onSubmit={save} noValidate>
      <div className={styles.line}>
        <input
          inputMode="numeric"
          aria-label={m.limitOf(person.name)}
          aria-invalid={isWrong || undefined}
          aria-describedby={problem ? id : undefined}
          placeholder={m.noLimit}
          className={styles.input}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            saving.reset();
          }}
        />
        {isChanged && !isWrong && (
          <Button type="submit" busy={saving.isPending} className={styles.save}>
            {saving.isPending ? m.saving : m.save}
          </Button>
        )}
      </div>
      <p role="status" className={styles.saved}>
        {saving.isSuccess && m.limitSaved(person.name, saving.data.quota)}
      </p>
      {problem && (
        <p id={id} role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </form>
  );
}
