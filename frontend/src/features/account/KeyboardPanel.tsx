import { useEffect, useRef, useState } from "react";
import { ApiError } from "@/api/client";
import { type Preferences, savePreferences, useKeymap, usePreferences } from "@/api/preferences";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { type CommandName, DEFAULT_KEYMAP, type Keymap, labelOf, overridesOf } from "@/lib/keymap";
import { Button } from "@/ui/Button";
import { Message } from "@/ui/Message";
import { Panel } from "@/ui/Panel";
import styles from "./KeyboardPanel.module.css";
import { KeyDialog } from "./KeyDialog";
import { KeyTable } from "./KeyTable";

const { settings: m, commands, caps, none } = panelMessages.keys;

/** How the keyboard works on the annotate screen, for this person. */
export function KeyboardPanel() {
  const box = useRef<HTMLDivElement>(null);
  const { single_keys, auto_advance } = usePreferences();
  const keymap = useKeymap();
  const [changing, setChanging] = useState<CommandName | null>(null);
  const { said, problem, save } = useSaving();
  useArrival(box);
  const saveKeys = (next: Keymap, saying: string) => void save({ keys: overridesOf(next) }, saying);
  const isChanged = Object.keys(overridesOf(keymap)).length > 0;
  return (
    <div id="keyboard" ref={box} tabIndex={-1} className={styles.place}>
      <Panel title={m.title} text={m.text}>
        <div className={styles.switches}>
          <Switch
            label={m.single}
            hint={m.singleHint}
            isOn={single_keys}
            onSwitch={(isOn) => void save({ single_keys: isOn }, "")}
          />
          <Switch
            label={m.advance}
            hint={m.advanceHint}
            isOn={auto_advance}
            onSwitch={(isOn) => void save({ auto_advance: isOn }, "")}
          />
        </div>
        <p className={styles.fixed}>{m.digits}</p>
        {problem && <Message tone="error">{m.failed(problem)}</Message>}
        <p role="status" className={said ? styles.said : "visually-hidden"}>
          {said}
        </p>
        <KeyTable
          keymap={keymap}
          onChange={setChanging}
          onReset={(command) => {
            const next = resetIn(keymap, command);
            saveKeys(next, m.saved(commands[command], wordsOf(next[command])));
          }}
        />
        {isChanged && (
          <div className={styles.all}>
            <Button onClick={() => saveKeys(DEFAULT_KEYMAP, m.resetDone)}>{m.resetAll}</Button>
          </div>
        )}
      </Panel>
      {changing && (
        <KeyDialog
          command={changing}
          keymap={keymap}
          onKeep={(next) => {
            setChanging(null);
            saveKeys(next, m.saved(commands[changing], wordsOf(next[changing])));
          }}
          onClose={() => setChanging(null)}
        />
      )}
    </div>
  );
}

type SwitchProps = {
  label: string;
  hint: string;
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
};

function Switch({ label, hint, isOn, onSwitch }: SwitchProps) {
  return (
    <label className={styles.switch}>
      <input type="checkbox" checked={isOn} onChange={(event) => onSwitch(event.target.checked)} />
      <span>
        {label}
        <span className={styles.hint}>{hint}</span>
      </span>
    </label>
  );
}

/** Save, and say what came of it. */
function useSaving() {
  const [said, say] = useState("");
  const [problem, setProblem] = useState("");
  const save = async (changes: Partial<Preferences>, saying: string) => {
    setProblem("");
    say(saying);
    try {
      if ((await savePreferences(changes)) === "kept") say(m.kept);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      say("");
      setProblem(error.message || messages.app.unreachable);
    }
  };
  return { said, problem, save };
}

/** Whoever comes by a link to the keyboard finds it in view. */
function useArrival(box: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    if (location.hash !== "#keyboard") return;
    // A new page first begins at its beginning.
    const timer = setTimeout(() => {
      box.current?.focus({ preventScroll: true });
      box.current?.scrollIntoView?.();
    });
    return () => clearTimeout(timer);
  }, [box]);
}

/** Give a command its first keys again, from whoever has them now. */
function resetIn(keymap: Keymap, command: CommandName): Keymap {
  const own = DEFAULT_KEYMAP[command];
  const others = Object.entries(keymap).map(([name, keys]) => [
    name,
    keys.filter((key) => !own.includes(key)),
  ]);
  return { ...Object.fromEntries(others), [command]: own } as Keymap;
}

function wordsOf(keys: readonly string[]): string {
  return keys.map((key) => labelOf(key, caps)).join(", ") || none;
}
