import { useEffect, useRef } from "react";
import { type Command, commandOf, type Keymap } from "@/lib/keymap";

const ALWAYS: ReadonlySet<string> = new Set(["palette", "back"]);

/** Hand every command of the keyboard to `run`; give true from it for a key that was used. */
export function useKeys(
  run: (command: Command) => boolean,
  keymap: Keymap,
  /** Without single keys the palette can still be opened, and what is open be closed. */
  hasSingleKeys: boolean,
): void {
  const latest = useRef({ run, keymap, hasSingleKeys });
  useEffect(() => {
    latest.current = { run, keymap, hasSingleKeys };
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
      const { run, keymap, hasSingleKeys } = latest.current;
      const command = commandOf(event, keymap);
      if (!command || !(hasSingleKeys || ALWAYS.has(command.kind))) return;
      if (run(command)) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
