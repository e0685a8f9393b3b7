import { Fragment, type ReactNode, useId } from "react";
import { Link } from "wouter";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { type CommandName, capsOf, DEFAULT_KEYMAP, type Keymap } from "@/lib/keymap";
import { Dialog } from "@/ui/Dialog";
import { Key } from "@/ui/Key";
import styles from "./HelpSheet.module.css";

const { help: m, commands, caps, none } = panelMessages.keys;

type Row = { id: string; does: string; keys: ReactNode };
type Props = {
  project: Project;
  keymap?: Keymap;
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
  onClose: () => void;
};

/** Every key of the annotate screen, as this project and this person have them. */
export function HelpSheet({ project, keymap = DEFAULT_KEYMAP, isOn, onSwitch, onClose }: Props) {
  const of = (...names: CommandName[]): Row[] =>
    names.map((name) => ({
      id: name,
      does: commands[name],
      keys: <Alternatives keys={keymap[name]} />,
    }));
  return (
    <Dialog
      title={m.title}
      closeLabel={messages.app.close}
      onClose={onClose}
      className={styles.sheet}
    >
      <div className={styles.columns}>
        <Group title={m.groups.answer}>
          <Rows rows={[...answerRows(project), ...of("accept", "skip", "flag", "note")]} />
        </Group>
        <Group title={m.groups.spans}>
          <Rows rows={[...of("source", "cue"), ...SPAN_ROWS]} />
        </Group>
        <Group title={m.groups.move}>
          <Rows
            rows={of(
              "next",
              "previous",
              "nextArticle",
              "previousArticle",
              "confirm",
              "jump",
              "undo",
              "redo",
              "back",
            )}
          />
        </Group>
        <Group title={m.groups.more}>
          <Rows
            rows={of(
              "guide",
              "history",
              "propose",
              "select",
              "extendDown",
              "extendUp",
              "palette",
              "help",
            )}
          />
        </Group>
      </div>
      <div className={styles.foot}>
        <label className={styles.single}>
          <input
            type="checkbox"
            checked={isOn}
            onChange={(event) => onSwitch(event.target.checked)}
          />
          {m.single}
        </label>
        <Link href="/account#keyboard" className={styles.settings}>
          {m.settings}
        </Link>
      </div>
      <p className={styles.hint}>{m.singleHint}</p>
    </Dialog>
  );
}

function answerRows(project: Project): Row[] {
  const points = project.confidence_scale.map((point) => String(point.value));
  return [
    ...project.source_types.map(({ key, hotkey, name }) => ({
      id: `type-${key}`,
      does: name,
      keys: <Alternatives keys={[hotkey]} />,
    })),
    {
      id: "confidence",
      does: m.thenConfidence,
      keys: (
        <>
          <Key solid>{points[0] ?? "1"}</Key>–<Key solid>{points.at(-1) ?? "1"}</Key>
        </>
      ),
    },
  ];
}

// While words are marked the arrows belong to them, whatever else they do.
const SPAN_ROWS: readonly Row[] = [
  { id: "end", does: m.moveEnd, keys: <Alternatives keys={["ArrowLeft", "ArrowRight"]} /> },
  { id: "start", does: m.moveStart, keys: <Alternatives keys={["Shift+ArrowLeft"]} more="→" /> },
  { id: "letter", does: m.moveByLetter, keys: <Alternatives keys={["Alt+ArrowLeft"]} more="→" /> },
  { id: "both", does: m.moveBoth, keys: <Alternatives keys={["ArrowUp", "ArrowDown"]} /> },
  { id: "sentence", does: m.moveBySentence, keys: <Alternatives keys={["PageUp", "PageDown"]} /> },
  { id: "other", does: m.otherSpan, keys: <Alternatives keys={["Tab"]} /> },
  { id: "clear", does: m.clearSpan, keys: <Alternatives keys={["Delete"]} /> },
  { id: "keep", does: m.keepSpan, keys: <Alternatives keys={["Enter"]} /> },
  { id: "drop", does: m.dropSpan, keys: <Alternatives keys={["Escape"]} /> },
];

function Alternatives({ keys, more }: { keys: readonly string[]; more?: string }) {
  if (keys.length === 0) return <span className={styles.none}>{none}</span>;
  return (
    <>
      {keys.map((key) => (
        <Fragment key={key}>
          {capsOf(key, caps).map((cap) => (
            <Key key={cap} solid>
              {cap}
            </Key>
          ))}
        </Fragment>
      ))}
      {more && <Key solid>{more}</Key>}
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {title}
      </h3>
      {children}
    </section>
  );
}

function Rows({ rows }: { rows: readonly Row[] }) {
  return (
    <dl className={styles.rows}>
      {rows.map(({ id, keys, does }) => (
        <div key={id}>
          <dt>{keys}</dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
