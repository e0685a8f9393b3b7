import X from "lucide-react/icons/x";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { type CommandName, type Keymap, keyOf, labelOf } from "@/lib/keymap";
import { Button, IconButton } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import styles from "./KeyboardPanel.module.css";
import { Keys } from "./KeyTable";
import { MOST_KEYS, ownerOf, removableOf, swapped, withKey, withoutKey } from "./keyChanges";

const { settings: m, commands, caps } = panelMessages.keys;
const words = (key: string) => labelOf(key, caps);
/** Pressed on the way to another key. */
const ON_THE_WAY = /^(?:Shift|Control|Alt|AltGraph|Meta|CapsLock|Dead)$/;

type Props = {
  command: CommandName;
  keymap: Keymap;
  onKeep: (keymap: Keymap) => void;
  onClose: () => void;
};

/** Choose a command's keys by pressing them. */
export function KeyDialog({ command, keymap, onKeep, onClose }: Props) {
  const [draft, setDraft] = useState(keymap);
  const [wanted, setWanted] = useState<string | null>(null);
  const [problem, setProblem] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const own = draft[command];
  const isFull = own.length >= MOST_KEYS;

  const change = (next: Keymap) => {
    setDraft(next);
    setWanted(null);
    setProblem("");
    field.current?.focus();
  };
  const hear = (key: string | null) => {
    setWanted(null);
    if (key === null) return setProblem(m.refused);
    if (own.includes(key)) return setProblem(m.already(words(key)));
    if (isFull) return setProblem(m.tooMany(MOST_KEYS));
    setProblem("");
    if (ownerOf(draft, key) === null) return change(withKey(draft, command, key));
    return setWanted(key);
  };
  const press = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey } = event;
    const isAway = key === "Tab" || key === "Escape" || ON_THE_WAY.test(key);
    if (isAway || ctrlKey !== event.altKey || metaKey) return;
    event.preventDefault();
    if (!event.repeat) hear(keyOf(event.nativeEvent));
  };
  return (
    <Dialog
      title={m.dialogTitle(commands[command])}
      closeLabel={messages.app.close}
      onClose={onClose}
    >
      <div className={styles.dialog}>
        <div>
          <p className={styles.label}>{m.current}</p>
          <ul className={styles.own}>
            {own.map((key) => (
              <li key={key}>
                <Keys keys={[key]} />
                {removableOf(draft, command).includes(key) && (
                  <IconButton
                    label={m.remove(words(key))}
                    onClick={() => change(withoutKey(draft, command, key))}
                  >
                    <X size={16} aria-hidden />
                  </IconButton>
                )}
              </li>
            ))}
            {own.length === 0 && (
              <li>
                <Keys keys={[]} />
              </li>
            )}
          </ul>
        </div>
        <div>
          <label htmlFor={id} className={styles.label}>
            {m.press}
          </label>
          <input
            ref={field}
            id={id}
            readOnly
            inputMode="none"
            className={styles.press}
            aria-describedby={`${id}-hint`}
            value={wanted === null ? "" : words(wanted)}
            onKeyDown={press}
            data-autofocus
          />
          <p id={`${id}-hint`} className={styles.hint}>
            {m.pressHint}
          </p>
        </div>
        <div role="status">
          {problem && <p className={styles.problem}>{problem}</p>}
          {wanted !== null && (
            <Taken draft={draft} command={command} wanted={wanted} onChange={change} />
          )}
        </div>
        <div className={styles.buttons}>
          <Button variant="primary" onClick={() => onKeep(draft)}>
            {m.keep}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {m.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

type TakenProps = {
  draft: Keymap;
  command: CommandName;
  wanted: string;
  onChange: (keymap: Keymap) => void;
};

/** The key is another command's: take it, swap for it, or let it be. */
function Taken({ draft, command, wanted, onChange }: TakenProps) {
  const owner = ownerOf(draft, wanted);
  const inReturn = removableOf(draft, command)[0];
  if (!owner) return null;
  return (
    <>
      <p className={styles.problem}>{m.conflict(words(wanted), commands[owner])}</p>
      <div className={styles.buttons}>
        <Button onClick={() => onChange(withKey(draft, command, wanted))}>
          {m.take(commands[owner])}
        </Button>
        {inReturn !== undefined && (
          <Button onClick={() => onChange(swapped(draft, command, { key: wanted, inReturn }))}>
            {m.swap(words(inReturn))}
          </Button>
        )}
        <Button variant="quiet" onClick={() => onChange(draft)}>
          {m.another}
        </Button>
      </div>
    </>
  );
}
