import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { useLocation } from "wouter";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { classes } from "@/lib/classes";
import { search } from "@/lib/fuzzy";
import { capsOf } from "@/lib/keymap";
import { Dialog } from "@/ui/Dialog";
import { Key } from "@/ui/Key";
import styles from "./CommandPalette.module.css";

const m = panelMessages.keys;

export type PaletteCommand = {
  readonly id: string;
  readonly label: string;
  readonly keys: readonly string[];
  readonly run: () => void;
  readonly isOff?: boolean;
};

export type Screen = { readonly label: string; readonly href: string };

type Item = {
  readonly id: string;
  readonly group: "commands" | "screens";
  readonly label: string;
  /** What it is found by, beside its label. */
  readonly also?: string | undefined;
  readonly keys: readonly string[];
  readonly isOff: boolean;
  readonly run: () => void;
};

type Props = {
  commands: readonly PaletteCommand[];
  screens: readonly Screen[];
  onClose: () => void;
};

/** Everything that can be done from here, found by a few letters of its name. */
export function CommandPalette({ commands, screens, onClose }: Props) {
  const [, go] = useLocation();
  const [query, setQuery] = useState("");
  const [chosen, choose] = useState(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const items = useMemo(() => itemsOf(commands, screens, go), [commands, screens, go]);
  const found = useMemo(() => ordered(search(query, items, wordsOf)), [query, items]);
  const active = Math.min(chosen, found.length - 1);
  const nameOf = (index: number) => `${id}-${index}`;

  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView?.({ block: "nearest" });
  });

  const run = (item: Item | undefined) => {
    if (!item || item.isOff) return;
    // What it opens must find the focus where the palette found it.
    onClose();
    item.run();
  };
  const press = (event: KeyboardEvent) => {
    const to = goal(event.key, active, found.length);
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") run(found[active]);
    else if (to !== null) choose(to);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={m.palette.title} closeLabel={messages.app.close} onClose={onClose}>
      <input
        type="text"
        role="combobox"
        className={styles.input}
        aria-label={m.palette.placeholder}
        placeholder={m.palette.placeholder}
        aria-expanded={found.length > 0}
        aria-controls={found.length > 0 ? `${id}-list` : undefined}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? nameOf(active) : undefined}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="go"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          choose(0);
        }}
        onKeyDown={press}
        data-autofocus
      />
      {found.length > 0 ? (
        <div
          ref={list}
          id={`${id}-list`}
          role="listbox"
          aria-label={m.palette.title}
          className={styles.list}
          tabIndex={-1}
        >
          {(["commands", "screens"] as const).map((group) => (
            <Group
              key={group}
              title={m.palette[group]}
              items={found}
              group={group}
              active={active}
              nameOf={nameOf}
              onRun={run}
            />
          ))}
        </div>
      ) : (
        <div className={classes(styles.list, styles.none)}>
          <p>{m.palette.none}</p>
          <p>{m.palette.noneHint}</p>
        </div>
      )}
      <p role="status" className="visually-hidden">
        {query && (found.length > 0 ? m.palette.found(found.length) : m.palette.none)}
      </p>
      <p className={styles.hint}>{m.palette.hint}</p>
    </Dialog>
  );
}

type GroupProps = {
  title: string;
  group: Item["group"];
  items: readonly Item[];
  active: number;
  nameOf: (index: number) => string;
  onRun: (item: Item) => void;
};

function Group({ title, group, items, active, nameOf, onRun }: GroupProps) {
  const heading = useId();
  if (!items.some((item) => item.group === group)) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox
    <div role="group" aria-labelledby={heading}>
      <div id={heading} className={styles.group}>
        {title}
      </div>
      {items.map(
        (item, index) =>
          item.group === group && (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's
            <div
              key={item.id}
              id={nameOf(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              aria-disabled={item.isOff || undefined}
              className={styles.option}
              onClick={() => onRun(item)}
              // The field keeps the focus, and with it the keys.
              onMouseDown={(event) => event.preventDefault()}
            >
              <span className={styles.label}>{item.label}</span>
              {item.isOff && <span className={styles.off}>{m.palette.off}</span>}
              <Caps keys={item.keys} />
            </div>
          ),
      )}
    </div>
  );
}

function Caps({ keys }: { keys: readonly string[] }) {
  const first = keys[0];
  if (first === undefined) return null;
  return (
    <span className={styles.keys}>
      {capsOf(first, m.caps).map((cap) => (
        <Key key={cap} solid>
          {cap}
        </Key>
      ))}
    </span>
  );
}

const ALSO: Readonly<Record<string, string>> = m.palette.also;
const wordsOf = ({ label, also = "" }: Item) => `${label} ${also}`;

function itemsOf(
  commands: readonly PaletteCommand[],
  screens: readonly Screen[],
  go: (href: string) => void,
): Item[] {
  return [
    ...commands.map(({ id, label, keys, run, isOff = false }) => ({
      id,
      group: "commands" as const,
      label,
      also: ALSO[id],
      keys,
      run,
      isOff,
    })),
    ...screens.map(({ label, href }) => ({
      id: href,
      group: "screens" as const,
      label,
      keys: [],
      run: () => go(href),
      isOff: false,
    })),
  ];
}

/** The groups stay together, and within them what cannot be done now comes last. */
function ordered(items: readonly Item[]): Item[] {
  const rank = (item: Item) => (item.group === "screens" ? 2 : Number(item.isOff));
  return [...items].sort((one, other) => rank(one) - rank(other));
}

function goal(key: string, active: number, length: number): number | null {
  if (length === 0) return null;
  if (key === "ArrowDown") return (active + 1) % length;
  if (key === "ArrowUp") return (active - 1 + length) % length;
  if (key === "PageDown") return Math.min(active + 8, length - 1);
  return key === "PageUp" ? Math.max(active - 8, 0) : null;
}
