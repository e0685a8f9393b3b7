/** What can be asked for by keyboard. */
export const COMMANDS = [
  "digit",
  "next",
  "previous",
  "nextArticle",
  "previousArticle",
  "confirm",
  "back",
  "undo",
  "redo",
  "skip",
  "flag",
  "note",
  "guide",
  "help",
  "source",
  "cue",
  "accept",
  "select",
  "extendDown",
  "extendUp",
  "jump",
  "history",
  "propose",
  "palette",
] as const;

export type CommandName = (typeof COMMANDS)[number];

/** What a key asks for; a digit's meaning depends on the step in force. */
export type Command =
  | { readonly kind: "digit"; readonly value: number }
  | { readonly kind: Exclude<CommandName, "digit"> };

/**
 * The keys of each command, spelled as for aria-keyshortcuts.
 *
 * A letter is lower case, "Shift+" stands before a letter or a named key, the space bar is "Space".
 */
export type Keymap = Readonly<Record<CommandName, readonly string[]>>;

export type KeyPress = Pick<
  KeyboardEvent,
  "code" | "key" | "repeat" | "ctrlKey" | "metaKey" | "altKey" | "isComposing" | "target"
> &
  Partial<Pick<KeyboardEvent, "shiftKey" | "getModifierState">>;

export const DEFAULT_KEYMAP: Keymap = {
  digit: ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
  next: ["j", "ArrowDown"],
  previous: ["k", "ArrowUp"],
  nextArticle: ["]"],
  previousArticle: ["["],
  confirm: ["Enter"],
  back: ["Escape"],
  undo: ["z", "Backspace"],
  redo: ["y"],
  skip: ["s"],
  flag: ["f"],
  note: ["n"],
  guide: ["g"],
  help: ["?"],
  source: ["e"],
  cue: ["c"],
  accept: ["a"],
  select: ["x"],
  extendDown: ["Shift+ArrowDown"],
  extendUp: ["Shift+ArrowUp"],
  jump: ["l"],
  history: ["h"],
  propose: ["p"],
  palette: ["Control+k"],
};

const FIXED: ReadonlySet<CommandName> = new Set(["digit", "palette"]);

/** Whether a person may choose the keys of `command`. */
export const isRemappable = (command: CommandName): boolean => !FIXED.has(command);

/** Say what a key press means, or null if it is not for us. */
export function commandOf(press: KeyPress, keymap: Keymap = DEFAULT_KEYMAP): Command | null {
  if (press.repeat || press.isComposing) return null;
  if (isPalette(press)) return isInDialog(press) ? null : { kind: "palette" };
  if (isForAnother(press)) return null;
  const names = namesOf(press);
  // By position: on some layouts the digits need Shift, on others they are other signs.
  const isDigit = names.length > 0 && !isThirdLevel(press) && !isSignOver(press, keymap);
  const digit = isDigit && digitOf(press);
  if (digit) return { kind: "digit", value: digit };
  for (const name of names) {
    const kind = commandsOf(keymap).get(name);
    if (kind && kind !== "digit") return { kind };
  }
  return null;
}

/** Give the name under which a pressed key is kept in a keymap; null if it cannot be. */
export function keyOf(press: KeyPress): string | null {
  const name = namesOf(press)[0] ?? null;
  if (name === null || (digitOf(press) && !isThirdLevel(press))) return null;
  return isAllowed(name) ? name : null;
}

/** Put a person's own keys over the default; what they gave to one command leaves the others. */
export function withOverrides(keys: Readonly<Record<string, unknown>> | null | undefined): Keymap {
  const own = new Map<CommandName, readonly string[]>();
  const taken = new Set<string>(["Escape"]);
  for (const command of COMMANDS) {
    const given = keys?.[command];
    if (!isRemappable(command) || !Array.isArray(given)) continue;
    const fresh = given.filter(
      (key): key is string => typeof key === "string" && isAllowed(key) && !taken.has(key),
    );
    for (const key of fresh) taken.add(key);
    own.set(command, [...new Set(fresh)]);
  }
  const entries = COMMANDS.map((command) => {
    const keep = own.get(command) ?? DEFAULT_KEYMAP[command].filter((key) => !taken.has(key));
    // Whatever else changes, this key must always lead out.
    return [command, command === "back" ? ["Escape", ...keep] : keep] as const;
  });
  return Object.fromEntries(entries) as Keymap;
}

/** Give what of `keymap` is not as by default: what withOverrides takes. */
export function overridesOf(keymap: Keymap): Record<string, string[]> {
  const changed = COMMANDS.filter(
    (command) => isRemappable(command) && `${keymap[command]}` !== `${DEFAULT_KEYMAP[command]}`,
  );
  return Object.fromEntries(changed.map((command) => [command, [...keymap[command]]]));
}

export type Conflict = { readonly key: string; readonly commands: readonly CommandName[] };

/** Give the keys that more than one command claims. */
export function conflictsIn(keymap: Keymap): Conflict[] {
  const claims = new Map<string, CommandName[]>();
  for (const command of COMMANDS) {
    for (const key of new Set(keymap[command])) {
      claims.set(key, [...(claims.get(key) ?? []), command]);
    }
  }
  return [...claims]
    .filter(([, commands]) => commands.length > 1)
    .map(([key, commands]) => ({ key, commands }));
}

const CAPS: Readonly<Record<string, string>> = {
  ArrowDown: "↓",
  ArrowUp: "↑",
  ArrowLeft: "←",
  ArrowRight: "→",
  Enter: "↵",
  Backspace: "⌫",
  Escape: "Esc",
  Delete: "Del",
  Insert: "Ins",
  PageUp: "PgUp",
  PageDown: "PgDn",
  Control: isApple() ? "⌘" : "Ctrl",
};

/** Give what stands on the caps of a key, one string a cap; `words` has them in another language. */
export function capsOf(key: string, words: Readonly<Record<string, string>> = {}): string[] {
  const parts = /^(.+)\+(.+)$/s.exec(key)?.slice(1) ?? [key];
  return parts.map((part) => words[part] ?? CAPS[part] ?? upper(part));
}

/** Give what stands on a key, in one line. */
export function labelOf(key: string, words?: Readonly<Record<string, string>>): string {
  return capsOf(key, words).join(" ");
}

const indexes = new WeakMap<Keymap, ReadonlyMap<string, CommandName>>();

function commandsOf(keymap: Keymap): ReadonlyMap<string, CommandName> {
  const known = indexes.get(keymap);
  if (known) return known;
  const made = new Map(
    COMMANDS.flatMap((command) => keymap[command].map((key) => [key, command] as const)),
  );
  indexes.set(keymap, made);
  return made;
}

/** Give the names a press may be known by, the most particular one first. */
function namesOf(press: KeyPress): string[] {
  const { key, code } = press;
  const isSign = key.length === 1 || [...key].length === 1;
  if (isThirdLevel(press)) return isSign ? [key] : [];
  if (press.ctrlKey || press.metaKey || press.altKey) return [];
  const letter = letterOf(press);
  const name = letter ?? (key === " " ? "Space" : key);
  if (isSign && !letter && name !== "Space") return [key, ...bracketAt(code)];
  return press.shiftKey ? [`Shift+${name}`, name] : [name];
}

/** Where the layout has no Latin letters, the key's position tells which one is meant. */
function letterOf({ key, code }: KeyPress): string | null {
  const lower = key.toLowerCase();
  if (/^[a-z]$/.test(lower)) return lower;
  if (!/^\p{L}$/u.test(key)) return null;
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? null;
}

/** Where a letter stands in the brackets' place, brackets are hard to reach. */
function bracketAt(code: string): string[] {
  if (code === "BracketLeft") return ["["];
  return code === "BracketRight" ? ["]"] : [];
}

/** Whether the press is of a sign that needs AltGr, which some systems report as Ctrl and Alt. */
function isThirdLevel(press: KeyPress): boolean {
  return press.getModifierState?.("AltGraph") ?? false;
}

function digitOf({ code }: KeyPress): number {
  return Number(/^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? 0);
}

/** Whether the press is of a sign above a digit that has a meaning of its own, such as "?". */
function isSignOver({ key, shiftKey = false }: KeyPress, keymap: Keymap): boolean {
  return shiftKey && !/^\d$/.test(key) && commandsOf(keymap).has(key);
}

// What the browser or the system needs, and what is no key of its own.
const NEVER =
  /^(?:Shift\+)?(?:Tab|Escape|F\d+|Shift|Control|Alt|AltGraph|Meta|CapsLock|NumLock|ScrollLock|ContextMenu|Dead|Unidentified|Process|Compose|Fn)$/;

function isAllowed(name: string): boolean {
  return name !== "" && name.length <= 24 && !/^[1-9]$/.test(name) && !NEVER.test(name);
}

function isPalette(press: KeyPress): boolean {
  const { ctrlKey, metaKey, altKey, shiftKey } = press;
  return letterOf(press) === "k" && ctrlKey !== metaKey && !altKey && !shiftKey;
}

function isApple(): boolean {
  return typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);
}

function upper(part: string): string {
  // "ß" has no capital of one letter that people know.
  return /^\p{Ll}$/u.test(part) && part !== "ß" ? part.toUpperCase() : part;
}

const FIELDS = "input, textarea, select, [contenteditable]:not([contenteditable=false]), dialog";
const CONTROLS = "button, a, summary, [role=button]";
const SCROLLED = "[data-scrolls]";
const SCROLLING = new Set(["ArrowDown", "ArrowUp", " "]);

function isInDialog({ target }: KeyPress): boolean {
  return target instanceof Element && target.closest("dialog") !== null;
}

function isForAnother({ target, key }: KeyPress): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(FIELDS)) return true;
  if ((key === "Enter" || key === " ") && target.closest(CONTROLS)) return true;
  return SCROLLING.has(key) && target.closest(SCROLLED) !== null;
}
