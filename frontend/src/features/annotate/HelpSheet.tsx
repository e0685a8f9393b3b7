import { Fragment, useId } from "react";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { Dialog } from "@/ui/Dialog";
import { Key } from "@/ui/Key";
import styles from "./HelpSheet.module.css";

const m = messages.annotate.keys;

type Row = { keys: readonly string[]; isRange?: boolean; does: string };
type Props = {
  project: Project;
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
  onClose: () => void;
};

/** Every key of the annotate screen, as this project has them. */
export function HelpSheet({ project, isOn, onSwitch, onClose }: Props) {
  const points = project.confidence_scale.map((point) => String(point.value));
  const answer: Row[] = [
    ...project.source_types.map((type) => ({ keys: [type.hotkey], does: type.name })),
    { keys: [points[0] ?? "1", points.at(-1) ?? "1"], isRange: true, does: m.thenConfidence },
    { keys: ["Esc"], does: m.changeSource },
  ];
  const move: Row[] = [
    { keys: ["J", "↓"], does: m.next },
    { keys: ["K", "↑"], does: m.previous },
    { keys: ["[", "]"], does: m.articles },
    { keys: ["↵"], does: m.confirm },
    { keys: ["S"], does: m.skip },
    { keys: ["Z", "⌫"], does: m.undo },
  ];
  const more: Row[] = [
    { keys: ["F"], does: m.flag },
    { keys: ["N"], does: m.note },
    { keys: ["G"], does: m.guide },
    { keys: ["?"], does: m.help },
  ];
  return (
    <Dialog title={m.title} closeLabel={messages.app.close} onClose={onClose} wide>
      <div className={styles.columns}>
        <Column title={m.answer} rows={answer} />
        <Column title={m.move} rows={move} />
        <Column title={m.more} rows={more} />
      </div>
      <label className={styles.single}>
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => onSwitch(event.target.checked)}
        />
        {m.single}
      </label>
      <p className={styles.hint}>{m.singleHint}</p>
    </Dialog>
  );
}

function Column({ title, rows }: { title: string; rows: readonly Row[] }) {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {title}
      </h3>
      <dl className={styles.rows}>
        {rows.map(({ keys, isRange, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key, index) => (
                <Fragment key={key}>
                  {isRange && index > 0 && "–"}
                  <Key solid>{key}</Key>
                </Fragment>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
