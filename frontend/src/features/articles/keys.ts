import type { Action } from "./corrections";
import type { Corrections } from "./cut";

export type Press = Pick<
  KeyboardEvent,
  "key" | "code" | "shiftKey" | "altKey" | "ctrlKey" | "metaKey" | "isComposing" | "target"
>;

/** What a key asks for; what needs more than the state is done by the screen. */
export type Asked = Action | { type: "add_next" } | { type: "leave_out_selected" };

const FIELDS = "input, textarea, select, dialog";
const PRESSED = "button, a, summary";

const LETTERS: Readonly<Record<string, Asked>> = {
  j: { type: "step", by: 1 },
  k: { type: "step", by: -1 },
  s: { type: "begin_split" },
  m: { type: "merge" },
  x: { type: "toggle_excluded" },
  e: { type: "begin_adjust" },
  a: { type: "add_next" },
  l: { type: "leave_out_selected" },
};

/** Say what a key press asks for while the focus is in the editor; null if it is not for us. */
export function askedBy(press: Press, mode: Corrections["mode"]): Asked | null {
  if (press.isComposing) return null;
  const target = press.target instanceof Element ? press.target : null;
  if (target?.closest(FIELDS)) return null;
  const letter = letterOf(press);
  if (letter === "z" && !press.altKey) return { type: press.shiftKey ? "redo" : "undo" };
  if (letter === "y" && (press.ctrlKey || press.metaKey)) return { type: "redo" };
  if (press.ctrlKey || press.metaKey) return null;
  if (mode) {
    if (press.key === "Escape") return { type: "cancel" };
    if (press.key === "Enter") return target?.closest(PRESSED) ? null : { type: "keep" };
    const by = press.key === "ArrowRight" ? 1 : press.key === "ArrowLeft" ? -1 : null;
    if (by === null) return null;
    const unit = press.altKey ? "character" : "word";
    return { type: "move", by, edge: press.shiftKey ? "start" : "end", unit };
  }
  if (press.altKey || press.shiftKey) return null;
  if (press.key === "ArrowDown") return { type: "step", by: 1 };
  if (press.key === "ArrowUp") return { type: "step", by: -1 };
  return LETTERS[letter] ?? null;
}

/** Where the layout has no Latin letters, the key's position tells which one is meant. */
function letterOf({ key, code }: Press): string {
  const letter = key.toLowerCase();
  return /^[a-z]$/.test(letter) ? letter : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? "");
}
