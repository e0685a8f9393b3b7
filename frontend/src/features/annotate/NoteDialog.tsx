import { type FormEvent, type KeyboardEvent, useState } from "react";
import type { Claim, Flag } from "@/api/types";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { TextArea } from "@/ui/Field";
import styles from "./NoteDialog.module.css";
import type { Draft } from "./stacks";

const m = panelMessages.note;
const LONGEST_NOTE = 2000;
const MARKS: readonly [Flag, string][] = [
  ["several_sources", m.severalSources],
  ["second_hand", m.secondHand],
];

type Note = Pick<Draft, "flags" | "note">;
type Props = { claim: Claim; draft: Note; onKeep: (draft: Note) => void; onClose: () => void };

/** A line for the lead, and what the guidelines ask to tick. */
export function NoteDialog({ claim, draft, onKeep, onClose }: Props) {
  const [note, setNote] = useState(draft.note);
  const [flags, setFlags] = useState(draft.flags);
  const keep = (event: FormEvent) => {
    event.preventDefault();
    onKeep({ note: note.trim(), flags });
  };
  const keepByKeys = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) keep(event);
  };
  const toggle = (flag: Flag, isSet: boolean) =>
    setFlags(isSet ? [...flags, flag] : flags.filter((other) => other !== flag));
  return (
    <Dialog title={m.title(claim.number)} closeLabel={messages.app.close} onClose={onClose}>
      <form className={styles.form} onSubmit={keep} onKeyDown={keepByKeys}>
        <TextArea
          label={m.label}
          hint={m.hint}
          value={note}
          maxLength={LONGEST_NOTE}
          onChange={(event) => setNote(event.target.value)}
          data-autofocus
        />
        {MARKS.map(([flag, label]) => (
          <label key={flag} className={styles.check}>
            <input
              type="checkbox"
              checked={flags.includes(flag)}
              onChange={(event) => toggle(flag, event.target.checked)}
            />
            {label}
          </label>
        ))}
        <div className={styles.buttons}>
          <Button type="submit" variant="primary">
            {m.keep}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {m.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
