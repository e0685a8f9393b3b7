import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { ApiError } from "@/api/client";
import { exportMessages } from "@/app/messages/export";
import { Button } from "@/ui/Button";
import { ErrorSummary } from "@/ui/ErrorSummary";
import { Message } from "@/ui/Message";
import { Panel } from "@/ui/Panel";
import { Check } from "./Check";
import { type Filters, NAMES } from "./choice";
import { type Draft, FIRST, optionsOf, problemsOf } from "./draft";
import { snapshotsQuery, takeSnapshot } from "./queries";
import styles from "./SnapshotForm.module.css";
import { SplitFields } from "./SplitFields";
import type { SnapshotOptions } from "./types";
import { filtersText, splitsText } from "./words";

const m = exportMessages.form;

type Props = { slug: string; filters: Filters };

/** Ask for a snapshot: which files, and how they are split. */
export function SnapshotForm({ slug, filters }: Props) {
  const [draft, setDraft] = useState<Draft>(FIRST);
  const [isChecked, check] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const taking = useTaking(slug);
  const change = (changes: Partial<Draft>) => setDraft({ ...draft, ...changes });
  const problems = isChecked ? problemsOf(draft) : {};
  const options = optionsOf(draft, filters);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (taking.isPending) return;
    check(true);
    if (options) taking.mutate(options);
    // Only then is it there to take the focus.
    else requestAnimationFrame(() => summary.current?.focus());
  };
  const listed = (["shares", "seed", "similarity"] as const).flatMap((name) => {
    const text = problems[name];
    return text ? [{ field: name === "shares" ? "split-train" : `split-${name}`, text }] : [];
  });
  return (
    <Panel title={m.title} text={m.text}>
      <form onSubmit={submit} noValidate>
        <div className={styles.columns}>
          <fieldset className={styles.files}>
            <legend>{m.files}</legend>
            <Check label={NAMES.parquet} hint={m.parquetHint} isChecked isFixed />
            <Check
              label={NAMES.jsonl}
              isChecked={draft.jsonl}
              onChange={(jsonl) => change({ jsonl })}
            />
            <Check label={NAMES.csv} isChecked={draft.csv} onChange={(csv) => change({ csv })} />
            <Check
              label={m.withText}
              hint={m.withTextHint}
              isChecked={draft.text}
              onChange={(text) => change({ text })}
            />
          </fieldset>
          <SplitFields draft={draft} problems={problems} onChange={change} />
        </div>
        {listed.length > 0 && (
          <div className={styles.problems}>
            <ErrorSummary ref={summary} title={m.notYet} problems={listed} />
          </div>
        )}
        <div className={styles.end}>
          <Button type="submit" variant="primary" busy={taking.isPending}>
            {taking.isPending ? m.asking : m.take}
          </Button>
          <p className={styles.summary}>
            {filtersText(filters)}. {options && `${splitsText(options.splits)}.`}
          </p>
        </div>
        <p role="status" className={styles.begun}>
          {taking.isSuccess && m.begun}
        </p>
        {taking.error && <Message tone="error">{reasonOf(taking.error)}</Message>}
      </form>
    </Panel>
  );
}

/** Ask for a snapshot, and show it in the list at once. */
export function useTaking(slug: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (options: SnapshotOptions) => takeSnapshot(slug, options),
    onSuccess: () => queries.invalidateQueries({ queryKey: snapshotsQuery(slug).queryKey }),
  });
}

/** Say why nothing came of it: what the server refused, else that it can be tried again. */
export function reasonOf(error: Error): string {
  if (!(error instanceof ApiError) || error.isTemporary) return m.failed;
  const fields = Object.values(error.fields).flat();
  return fields.length > 0 ? fields.join(" ") : error.message;
}
