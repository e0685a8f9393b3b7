/** What a key asks for; a digit's meaning depends on the step in force. */
export type Command =
  | { readonly kind: "digit"; readonly value: number }
  | { readonly kind: Exclude<CommandName, "digit"> };

export type CommandName =
  | "digit"
  | "next"
  | "previous"
  | "nextArticle"
  | "previousArticle"
  | "confirm"
  | "back"
  | "undo"
  | "skip"
  | "flag"
  | "note"
  | "guide"
  | "help";

type KeyPress = Pick<
  KeyboardEvent,
  "code" | "key" | "repeat" | "ctrlKey" | "metaKey" | "altKey" | "isComposing" | "target"
>;

const NAMED: Readonly<Record<string, Exclude<CommandName, "digit">>> = {
  ArrowDown: "next",
  ArrowUp: "previous",
  Enter: "confirm",
  Escape: "back",
  Backspace: "undo",
  "[": "previousArticle",
  "]": "nextArticle",
  "?": "help",
};

const LETTERS: Readonly<Record<string, Exclude<CommandName, "digit">>> = {
  j: "next",
  k: "previous",
  z: "undo",
  s: "skip",
  f: "flag",
  n: "note",
  g: "guide",
};

/** Say what a key press means, or null if it is not for us. */
export function commandOf(press: KeyPress): Command | null {
  if (press.repeat || press.isComposing) return null;
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (isForAnother(press)) return null;
  // By position: on some layouts the digits need Shift, on others they are other signs.
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(press.code)?.[1];
  if (digit) return { kind: "digit", value: Number(digit) };
  const kind = NAMED[press.key] ?? LETTERS[letterOf(press)];
  return kind ? { kind } : null;
}

/** Where the layout has no Latin letters, the key's position tells which one is meant. */
function letterOf(press: KeyPress): string {
  const key = press.key.toLowerCase();
  return /^[a-z]$/.test(key) ? key : (/^Key([A-Z])$/.exec(press.code)?.[1]?.toLowerCase() ?? "");
}

const FIELDS = "input, textarea, select, [contenteditable]:not([contenteditable=false]), dialog";
const CONTROLS = "button, a, summary, [role=button]";
const SCROLLED = "[data-scrolls]";

function isForAnother({ target, key }: KeyPress): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(FIELDS)) return true;
  if (key === "Enter") return target.closest(CONTROLS) !== null;
  if (key === "ArrowDown" || key === "ArrowUp") return target.closest(SCROLLED) !== null;
  return false;
}
