import FileUp from "lucide-react/icons/file-up";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { leadMessages } from "@/app/messages/leads";
import { classes } from "@/lib/classes";
import { Button } from "@/ui/Button";
import { TextArea } from "@/ui/Field";
import { Message } from "@/ui/Message";
import { FilePicker } from "./FilePicker";
import type { Refusal } from "./refusal";
import styles from "./SourceForm.module.css";
import { useDrop } from "./useDrop";

const m = leadMessages.articles;

type Props = {
  text: string;
  refusal: Refusal | null;
  onText: (text: string) => void;
  onFiles: (files: readonly File[]) => void;
  onRead: () => void;
};

/** Take whatever a lead has: a text to paste, a file, or many. */
export function SourceForm({ text, refusal, onText, onFiles, onRead }: Props) {
  const id = useId();
  const [isEmpty, setEmpty] = useState(false);
  const problem = useRef<HTMLDivElement>(null);
  const isOver = useDrop(onFiles);
  useEffect(() => {
    if (refusal) problem.current?.focus();
  }, [refusal]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const hasText = text.trim() !== "";
    setEmpty(!hasText);
    if (hasText) onRead();
    else document.getElementById(id)?.focus();
  };
  return (
    <>
      <h1 className={styles.title}>{m.newTitle}</h1>
      {refusal && (
        <div className={styles.problem}>
          <Message tone="error" ref={problem}>
            {refusal.summary} {Object.values(refusal.fields).join(" ")}
          </Message>
        </div>
      )}
      <form className={styles.columns} onSubmit={submit} noValidate>
        <div className={styles.paste}>
          <TextArea
            id={id}
            label={m.text}
            hint={m.textHint}
            error={isEmpty && text.trim() === "" ? m.needsText : undefined}
            value={text}
            onChange={(event) => onText(event.target.value)}
            rows={15}
            dir="auto"
            spellCheck={false}
            className={styles.text}
          />
          <div className={styles.submit}>
            <Button type="submit" variant="primary" className={styles.button}>
              {m.preview}
            </Button>
            <span className={styles.hint}>{m.nothingStored}</span>
          </div>
        </div>
        <div className={classes(styles.zone, isOver && styles.over)}>
          <FileUp size={30} strokeWidth={1.5} aria-hidden />
          <h2 className={styles.drop}>{isOver ? m.dropNow : m.dropTitle}</h2>
          <p className={styles.hint}>{m.dropHint}</p>
          <FilePicker onFiles={onFiles}>{m.chooseFile}</FilePicker>
        </div>
      </form>
    </>
  );
}
