import { useEffect, useLayoutEffect, useRef } from "react";
import { commandOf, type Keymap } from "@/lib/keymap";
import { type Move, moveOf } from "./spanMoves";

export type SpanKeys = {
  onMove: (move: Move) => void;
  onPart: (part: "source" | "cue" | "other") => void;
  onClear: () => void;
  onKeep: () => void;
  onCancel: () => void;
};

type Options = { keymap: Keymap; hasSingleKeys: boolean; isRightToLeft: boolean };

/** While words are marked, the keys are the marking's; those that open a panel stay what they are. */
export function useSpanKeys(handlers: SpanKeys, options: Options): void {
  const latest = useRef({ handlers, options });
  useEffect(() => {
    latest.current = { handlers, options };
  });
  // With the first layout: no key may come in between, and answer.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || document.querySelector("dialog[open]") || isInField(event)) return;
      const { handlers, options } = latest.current;
      const isUsed = run(event, handlers, options);
      if (isUsed === null) return;
      event.stopPropagation();
      if (isUsed) event.preventDefault();
    };
    // Before everybody else: the article and the card have keys of their own.
    window.addEventListener("keydown", press, true);
    return () => window.removeEventListener("keydown", press, true);
  }, []);
}

/** Give whether the key was used; null for one that is for others. */
function run(event: KeyboardEvent, handlers: SpanKeys, options: Options): boolean | null {
  // A claim is no control here: a press on it marks words.
  const isOnButton = event.target instanceof Element && event.target.closest(CONTROLS) !== null;
  if (!event.ctrlKey && !event.metaKey) {
    const move = moveOf(event, options.isRightToLeft);
    if (move) return done(() => handlers.onMove(move));
    if (event.key === "Escape") return done(handlers.onCancel);
    if (event.key === "Delete" || event.key === "Backspace") return done(handlers.onClear);
    if (event.key === "Enter" && !isOnButton) return done(handlers.onKeep);
    if (event.key === "Tab" && !isOnButton && options.hasSingleKeys && !event.shiftKey) {
      return done(() => handlers.onPart("other"));
    }
  }
  if (!options.hasSingleKeys) return null;
  const command = commandOf(event, options.keymap)?.kind;
  if (command === "source" || command === "cue") return done(() => handlers.onPart(command));
  if (command === "undo") return done(handlers.onCancel);
  if (command === undefined || PASSED.has(command)) return null;
  return false;
}

const CONTROLS = "button, a, summary, [data-spans]";
const PASSED: ReadonlySet<string> = new Set(["help", "palette", "guide"]);

function done(act: () => void): true {
  act();
  return true;
}

function isInField({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest("input, textarea, select") !== null;
}
