import { type FormEvent, useId, useRef, useState } from "react";
import type { Member } from "@/api/types";
import { peopleMessages } from "@/app/messages/people";
import { wholeNumber } from "@/lib/typed";
import { Button } from "@/ui/Button";
import styles from "./RowForm.module.css";
import { Saved } from "./Saved";
import { useChanging } from "./useChanging";

const { members: m, save, saving } = peopleMessages.people;
const MOST = 1_000_000;

type Props = {
  slug: string;
  member: Pick<Member, "id" | "name"> & Partial<Pick<Member, "quota">>;
};

/** The most articles that the queue gives somebody; nothing is no limit, and Enter saves it. */
export function LimitForm({ slug, member }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const known = member.quota ?? null;
  const [given, type] = useState<string | null>(null);
  const changing = useChanging(slug, member, () => {
    type(null);
    // The button that was pressed is gone.
    field.current?.focus();
  });
  const typed = given ?? (known === null ? "" : String(known));
  const limit = typed.trim() === "" ? null : wholeNumber(typed, 0, MOST);
  const isWrong = limit === undefined;
  const isChanged = limit !== known;
  const problem = isWrong ? m.limitWrong(MOST) : changing.problem;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged && limit !== undefined && !changing.isPending) changing.mutate({ quota: limit });
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.line}>
        <input
          ref={field}
          inputMode="numeric"
          autoComplete="off"
          aria-label={m.limitOf(member.name)}
          aria-invalid={isWrong || undefined}
          aria-describedby={problem ? id : undefined}
          placeholder={m.noLimit}
          className={styles.input}
          value={typed}
          onChange={(event) => {
            type(event.target.value);
            changing.reset();
          }}
        />
        {isChanged && !isWrong && (
          <Button
            type="submit"
            variant="primary"
            busy={changing.isPending}
            aria-label={m.saveLimitOf(member.name)}
            className={styles.save}
          >
            {changing.isPending ? saving : save}
          </Button>
        )}
      </div>
      <Saved>{changing.isSuccess && m.limitSaved(member.name, known)}</Saved>
      {problem && (
        <p id={id} role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </form>
  );
}
