import Redo2 from "lucide-react/icons/redo-2";
import Undo2 from "lucide-react/icons/undo-2";
import { leadMessages } from "@/app/messages/leads";
import { Button } from "@/ui/Button";
import styles from "./EditorBar.module.css";
import type { Act } from "./useEditing";

const m = leadMessages.articles;

type Props = {
  counts: readonly string[];
  canUndo: boolean;
  canRedo: boolean;
  canImport: boolean;
  isImporting: boolean;
  onAct: Act;
  onStartOver: () => void;
  onImport: () => void;
};

/** What is found so far, and the ways on: back, undo, import. */
export function EditorBar(props: Props) {
  const { counts, canUndo, canRedo, canImport, isImporting } = props;
  const steps = [
    { label: m.undo, keys: "z", Icon: Undo2, isOff: !canUndo, type: "undo" as const },
    { label: m.redo, keys: "Shift+Z", Icon: Redo2, isOff: !canRedo, type: "redo" as const },
  ];
  return (
    <div className={styles.bar}>
      <p className={styles.counts}>
        {canImport ? counts.join(" · ") : <strong>{m.nothingToJudge}</strong>}
      </p>
      <div className={styles.steps}>
        {steps.map(({ label, keys, Icon, isOff, type }) => (
          <Button
            key={type}
            variant="quiet"
            className={styles.step}
            aria-keyshortcuts={keys}
            busy={isOff}
            onClick={() => props.onAct({ type })}
          >
            <Icon size={16} aria-hidden />
            {label}
          </Button>
        ))}
      </div>
      <div className={styles.ends}>
        <Button variant="quiet" className={styles.step} onClick={props.onStartOver}>
          {m.startOver}
        </Button>
        <Button
          variant="primary"
          busy={isImporting || !canImport}
          onClick={props.onImport}
          className={styles.import}
        >
          {isImporting ? m.importing : m.importThis}
        </Button>
      </div>
    </div>
  );
}
