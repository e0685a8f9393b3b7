import { useEffect, useRef } from "react";
import { type Command, commandOf } from "@/lib/keymap";

/** Hand every command of the keyboard to `run`; give true from it for a key that was used. */
export function useKeys(run: (command: Command) => boolean, isOn: boolean): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
      const command = commandOf(event);
      if (command && latest.current(command)) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [isOn]);
}
