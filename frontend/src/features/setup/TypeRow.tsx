import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import Trash2 from "lucide-react/icons/trash-2";
import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import { setupMessages } from "@/app/messages/setup";
import { IconButton } from "@/ui/Button";
import { Field, TextArea } from "@/ui/Field";
import { Select } from "@/ui/Select";
import { TypeMark } from "@/ui/TypeMark";
import { ColorChoice } from "./ColorChoice";
import styles from "./TypeRow.module.css";
import { HOTKEYS, nameOf, type TypeDraft, type TypeProblem, targetsOf } from "./types";

const m = setupMessages.sourceTypes;

export type TypeActions = {
  onChange: (id: string, change: Partial<TypeDraft>) => void;
  onHotkey: (type: TypeDraft, hotkey: TypeDraft["hotkey"]) => void;
  onMove: (type: TypeDraft, by: -1 | 1) => void;
  onRemove: (type: TypeDraft) => void;
};

type Props = {
  type: TypeDraft;
  list: readonly TypeDraft[];
  problems: readonly TypeProblem[];
  /** It has just been added: its name is what comes next. */
  isNew: boolean;
  actions: TypeActions;
};

/** One source type with all that can be changed of it. */
export function TypeRow({ type, list, problems, isNew, actions }: Props) {
  const { onChange, onHotkey, onMove, onRemove } = actions;
  const heading = useId();
  const nameField = useRef<HTMLInputElement>(null);
  const at = list.indexOf(type);
  const name = nameOf(type, at);
  const problem = (field: TypeProblem["field"]) =>
    problems.find((one) => one.id === type.id && one.field === field)?.text;
  const twin = list.find((other) => other.id !== type.id && other.color === type.color);
  useEffect(() => {
    if (isNew) nameField.current?.focus();
  }, [isNew]);
  const move = (by: -1 | 1) => {
    const focused = document.activeElement;
    onMove(type, by);
    // What goes to another place in the page loses the focus on the way.
    requestAnimationFrame(() => focused instanceof HTMLElement && focused.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined;
    // With Alt, arrows open a list of choices.
    if (!by || !event.altKey || event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    move(by);
  };
  return (
    <li className={styles.row} aria-labelledby={heading} onKeyDown={onKeyDown}>
      <div className={styles.head}>
        <TypeMark color={type.color} size={16} />
        <h2 id={heading} className={styles.title}>
          {name}
        </h2>
        {type.isBuiltIn && <span className={styles.mark}>{m.builtInMark}</span>}
        <span className={styles.place}>{m.number(at + 1, list.length)}</span>
        <span className={styles.tools}>
          <IconButton
            label={m.moveUp(name)}
            aria-disabled={at === 0 || undefined}
            aria-keyshortcuts="Alt+ArrowUp"
            className={styles.tool}
            onClick={() => move(-1)}
          >
            <ArrowUp size={18} aria-hidden />
          </IconButton>
          <IconButton
            label={m.moveDown(name)}
            aria-disabled={at === list.length - 1 || undefined}
            aria-keyshortcuts="Alt+ArrowDown"
            className={styles.tool}
            onClick={() => move(1)}
          >
            <ArrowDown size={18} aria-hidden />
          </IconButton>
          {!type.isBuiltIn && (
            <IconButton label={m.remove(name)} onClick={() => onRemove(type)}>
              <Trash2 size={18} aria-hidden />
            </IconButton>
          )}
        </span>
      </div>
      <div className={styles.fields}>
        <div className={styles.name}>
          <Field
            ref={nameField}
            id={fieldId(type, "name")}
            label={m.name}
            hint={type.key === null ? m.exportedLater : m.exported(type.key)}
            error={problem("name")}
            autoComplete="off"
            value={type.name}
            onChange={(event) => onChange(type.id, { name: event.target.value })}
          />
        </div>
        <Select
          label={m.hotkey}
          value={type.hotkey}
          options={HOTKEYS.map((key) => [key, key])}
          onChoose={(hotkey) => onHotkey(type, hotkey)}
        />
        <ColorChoice
          type={name}
          color={type.color}
          sharedWith={twin && nameOf(twin, list.indexOf(twin))}
          onChoose={(color) => onChange(type.id, { color })}
        />
        <div className={styles.definition}>
          <TextArea
            id={fieldId(type, "definition")}
            label={m.definition}
            hint={at === 0 && m.definitionHint}
            error={problem("definition")}
            rows={1}
            className={styles.line}
            value={type.definition}
            onChange={(event) => onChange(type.id, { definition: event.target.value })}
          />
        </div>
        <div className={styles.mapped}>
          <Select
            label={m.mapsTo}
            hint={at === 0 ? m.mapsToHint : undefined}
            value={type.mapsTo ?? ""}
            options={[
              ["", m.mapsToNone],
              ...targetsOf(list, type).map((one) => [one.key ?? "", nameOf(one)] as const),
            ]}
            onChoose={(key) => onChange(type.id, { mapsTo: key || null })}
          />
        </div>
      </div>
    </li>
  );
}

/** The id of a field, for the summary of what is wrong. */
export const fieldId = (type: Pick<TypeDraft, "id">, field: TypeProblem["field"]): string =>
  `type-${type.id}-${field}`;
