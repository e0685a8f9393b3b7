import FileText from "lucide-react/icons/file-text";
import { type DragEvent, useRef, useState } from "react";
import { messages } from "@/app/messages";
import { classes } from "@/lib/classes";
import { count } from "@/lib/numbers";
import { Button } from "@/ui/Button";
import { TextArea } from "@/ui/Field";
import type { Draft } from "./draft";
import styles from "./SourceField.module.css";

const m = messages.articles;

type Props = {
  id: string;
  text: string;
  file: File | null;
  error: string | undefined;
  onChange: (change: Partial<Draft>) => void;
};

/** Take the text: pasted, chosen or dropped. */
export function SourceField({ id, text, file, error, onChange }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  const choose = useRef<HTMLButtonElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (chosen: File | undefined) => {
    if (chosen) onChange({ file: chosen });
  };
  const remove = () => {
    onChange({ file: null });
    choose.current?.focus();
  };
  return (
    // Dropping is a shortcut: the button beside it does the same by keyboard.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      className={classes(styles.zone, isOver && styles.over)}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        if (!hasFiles(event)) return;
        event.preventDefault();
        take(event.dataTransfer.files[0]);
      }}
    >
      <div className={styles.pick}>
        <Button ref={choose} onClick={() => picker.current?.click()}>
          {m.chooseFile}
        </Button>
        <span className={styles.hint}>{m.dropHint}</span>
        <input
          ref={picker}
          type="file"
          accept=".txt,text/plain"
          hidden
          onChange={(event) => {
            take(event.target.files?.[0]);
            // So that choosing the same file again counts as a choice.
            event.target.value = "";
          }}
        />
      </div>
      {file ? (
        <div className={styles.chosen}>
          <FileText size={18} aria-hidden />
          <span className={styles.name}>
            {m.chosenFile(file.name, count(Math.max(1, Math.round(file.size / 1000))))}
          </span>
          <Button id={id} variant="quiet" onClick={remove}>
            {m.removeFile}
          </Button>
          {error && <p className={styles.error}>{error}</p>}
        </div>
      ) : (
        <TextArea
          id={id}
          label={m.text}
          hint={m.textHint}
          error={error}
          value={text}
          onChange={(event) => onChange({ text: event.target.value })}
          rows={12}
          dir="auto"
          spellCheck={false}
          className={styles.text}
        />
      )}
    </div>
  );
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes("Files");
}
