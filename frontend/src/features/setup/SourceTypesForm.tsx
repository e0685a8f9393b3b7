import Plus from "lucide-react/icons/plus";
import { type FormEvent, useRef, useState } from "react";
import type { Project } from "@/api/types";
import { setupMessages } from "@/app/messages/setup";
import { Button } from "@/ui/Button";
import { ErrorSummary } from "@/ui/ErrorSummary";
import { Message } from "@/ui/Message";
import { AbsentTypes } from "./AbsentTypes";
import { CardPreview } from "./CardPreview";
import styles from "./SourceTypesForm.module.css";
import { fieldId, type TypeActions, TypeRow } from "./TypeRow";
import {
  absentFrom,
  added,
  changed,
  draftsOf,
  isRecounted,
  isSame,
  MOST_TYPES,
  moved,
  nameOf,
  numbered,
  problemsOf,
  putBack,
  type TypeDraft,
  withHotkey,
  without,
} from "./types";
import { useTypesSaving } from "./useTypesSaving";

const m = setupMessages.sourceTypes;

/** The whole list of source types, changed here and saved at once. */
export function SourceTypesForm({ project }: { project: Project }) {
  const [base, setBase] = useState(project);
  const saved = draftsOf(base);
  const [list, setList] = useState<readonly TypeDraft[]>(saved);
  const [newest, setNewest] = useState<string | null>(null);
  const [said, say] = useState("");
  const [isChecked, check] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const saving = useTypesSaving(project.slug);
  const problems = isChecked ? problemsOf(list) : [];
  const isChanged = !isSame(list, saved);
  const { removed, archived } = absentFrom(list, base);
  const isFull = list.length >= MOST_TYPES;

  const change = (next: readonly TypeDraft[], words = "") => {
    setList(next);
    say(words);
  };
  const startFrom = (from: Project, words: string) => {
    setBase(from);
    check(false);
    saving.reset();
    change(draftsOf(from), words);
  };
  const actions: TypeActions = {
    onChange: (id, given) => change(changed(list, id, given)),
    onHotkey: (type, hotkey) => {
      const other = list.find((one) => one.id !== type.id && one.hotkey === hotkey);
      change(withHotkey(list, type.id, hotkey), other && m.swapped(nameOf(type), nameOf(other)));
    },
    onMove: (type, by) => {
      const next = moved(list, type.id, by);
      if (next === list) return;
      change(next, m.moved(nameOf(type), next.indexOf(type) + 1, next.length));
    },
    onRemove: (type) => {
      change(without(list, type), m.removed(nameOf(type)));
      addButton.current?.focus();
    },
  };
  const add = () => {
    const next = added(list);
    setNewest(next.at(-1)?.id ?? null);
    change(next, m.added);
  };
  const bringBack = (type: TypeDraft) => {
    setNewest(type.id);
    change(putBack(list, type), m.isBack(nameOf(type)));
  };
  const send = ({ versions }: Project) => {
    const words = isRecounted(saved, list) ? `${m.saved} ${m.recount}` : m.saved;
    const given = { list, version: versions.source_types };
    saving.mutate(given, { onSuccess: (project) => startFrom(project, words) });
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    check(true);
    if (problemsOf(list).length > 0) requestAnimationFrame(() => summary.current?.focus());
    else if (isChanged && !saving.isPending) send(base);
  };
  const { theirs } = saving;
  return (
    <form className={styles.form} onSubmit={save} noValidate>
      <div className={styles.edited}>
        {problems.length > 0 && (
          <ErrorSummary
            ref={summary}
            title={setupMessages.saving.problems}
            problems={problems.map(({ id, field, text }) => ({
              field: fieldId({ id }, field),
              text,
            }))}
          />
        )}
        <ol className={styles.list} aria-label={m.list}>
          {list.map((type) => (
            <TypeRow
              key={type.id}
              type={type}
              list={list}
              problems={problems}
              isNew={type.id === newest}
              actions={actions}
            />
          ))}
        </ol>
        <div className={styles.line}>
          <Button ref={addButton} busy={isFull} onClick={add}>
            <Plus size={16} aria-hidden />
            {m.add}
          </Button>
          <Button variant="quiet" onClick={() => change(numbered(list), m.numbered)}>
            {m.numberKeys}
          </Button>
        </div>
        <p className={styles.hint}>
          {m.builtIn} {isFull ? m.full(MOST_TYPES) : m.moveHint}
        </p>
        <AbsentTypes
          title={m.removedTitle}
          text={m.removedText}
          types={removed}
          isFull={isFull}
          onPutBack={bringBack}
        />
        <AbsentTypes
          title={m.archivedTitle}
          text={m.archivedText}
          types={archived}
          isFull={isFull}
          onPutBack={bringBack}
        />
      </div>
      <CardPreview list={list} points={project.confidence_scale} />
      <div className={styles.foot}>
        {theirs && (
          <Message
            tone="warn"
            role="alert"
            action={
              <>
                <Button onClick={() => startFrom(theirs, "")}>{m.takeTheirs}</Button>
                <Button onClick={() => send(theirs)}>{m.keepMine}</Button>
              </>
            }
          >
            {m.movedOn}
          </Message>
        )}
        <div className={styles.line}>
          <Button
            type="submit"
            variant={isChanged ? "primary" : "plain"}
            busy={saving.isPending || !isChanged}
          >
            {saving.isPending ? setupMessages.saving.saving : setupMessages.saving.save}
          </Button>
          {isChanged && (
            <Button variant="quiet" onClick={() => startFrom(project, m.discarded)}>
              {m.discard}
            </Button>
          )}
          <p role="status" className={styles.said}>
            {said}
          </p>
          {saving.problem && (
            <p role="alert" className={styles.problem}>
              {saving.problem}
            </p>
          )}
        </div>
      </div>
    </form>
  );
}
