import BookText from "lucide-react/icons/book-text";
import FlagIcon from "lucide-react/icons/flag";
import MessageSquareText from "lucide-react/icons/message-square-text";
import SkipForward from "lucide-react/icons/skip-forward";
import Undo2 from "lucide-react/icons/undo-2";
import { messages } from "@/app/messages";
import { type CommandName, type Keymap, labelOf } from "@/lib/keymap";
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
  keymap: Keymap;
  /** Something else is in place of the questions, and has the keys. */
  isElsewhere: boolean;
  isFlagged: boolean;
  hasNote: boolean;
};

type Tool = {
  name: CommandName;
  label: string;
  Icon: typeof FlagIcon;
  run: () => void;
  off: boolean;
  pressed?: boolean;
};

export function Tools(props: Props) {
  const { keymap, isElsewhere, isFlagged, hasNote } = props;
  const tools: Tool[] = [
    { name: "undo", label: m.undo, Icon: Undo2, run: props.onUndo, off: false },
    { name: "skip", label: m.skip, Icon: SkipForward, run: props.onSkip, off: isElsewhere },
    {
      name: "flag",
      label: m.flag,
      Icon: FlagIcon,
      run: props.onFlag,
      off: isElsewhere,
      pressed: isFlagged,
    },
    {
      name: "note",
      label: m.note,
      Icon: MessageSquareText,
      run: props.onNote,
      off: isElsewhere,
      pressed: hasNote,
    },
    { name: "guide", label: m.guide, Icon: BookText, run: props.onGuide, off: false },
  ];
  return (
    <div className={styles.tools}>
      {tools.map(({ name, label, Icon, run, off, pressed }) => (
        <button
          key={name}
          type="button"
          className={styles.tool}
          onClick={off ? undefined : run}
          aria-disabled={off || undefined}
          aria-pressed={pressed}
          aria-keyshortcuts={keymap[name][0]}
        >
          <Icon size={15} aria-hidden />
          {label}
          {keymap[name][0] && (
            <span aria-hidden className={styles.key}>
              <Key>{labelOf(keymap[name][0])}</Key>
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
