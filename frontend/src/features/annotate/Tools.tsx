import BookText from "lucide-react/icons/book-text";
import FlagIcon from "lucide-react/icons/flag";
import MessageSquareText from "lucide-react/icons/message-square-text";
import SkipForward from "lucide-react/icons/skip-forward";
import Undo2 from "lucide-react/icons/undo-2";
import { messages } from "@/app/messages";
import { Key } from "@/ui/Key";
import styles from "./Tools.module.css";

const m = messages.annotate;

export type ToolHandlers = {
  onUndo: () => void;
  onSkip: () => void;
  onFlag: () => void;
  onNote: () => void;
  onGuide: () => void;
};

type Props = ToolHandlers & {
  canUndo: boolean;
  isFinished: boolean;
  isFlagged: boolean;
  hasNote: boolean;
};

export function Tools(props: Props) {
  const { canUndo, isFinished, isFlagged, hasNote } = props;
  const tools = [
    { key: "Z", label: m.undo, Icon: Undo2, run: props.onUndo, off: !canUndo },
    { key: "S", label: m.skip, Icon: SkipForward, run: props.onSkip, off: isFinished },
    {
      key: "F",
      label: m.flag,
      Icon: FlagIcon,
      run: props.onFlag,
      off: isFinished,
      pressed: isFlagged,
    },
    {
      key: "N",
      label: m.note,
      Icon: MessageSquareText,
      run: props.onNote,
      off: isFinished,
      pressed: hasNote,
    },
    { key: "G", label: m.guide, Icon: BookText, run: props.onGuide, off: false },
  ];
  return (
    <div className={styles.tools}>
      {tools.map(({ key, label, Icon, run, off, pressed }) => (
        <button
          key={key}
          type="button"
          className={styles.tool}
          onClick={run}
          aria-disabled={off || undefined}
          aria-pressed={pressed}
          aria-keyshortcuts={key.toLowerCase()}
        >
          <Icon size={15} aria-hidden />
          {label}
          <span aria-hidden className={styles.key}>
            <Key>{key}</Key>
          </span>
        </button>
      ))}
    </div>
  );
}
