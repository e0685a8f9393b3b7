import Combine from "lucide-react/icons/combine";
import EyeOff from "lucide-react/icons/eye-off";
import ListPlus from "lucide-react/icons/list-plus";
import MoveHorizontal from "lucide-react/icons/move-horizontal";
import Scissors from "lucide-react/icons/scissors";
import SquareCheck from "lucide-react/icons/square-check";
import SquareSlash from "lucide-react/icons/square-slash";
import { leadMessages } from "@/app/messages/leads";
import { splitPoints } from "@/lib/words";
import { Key } from "@/ui/Key";
import styles from "./CorrectTools.module.css";
import { mergeable } from "./corrections";
import { type Corrections, selectedClaim } from "./cut";
import { nextGap } from "./gaps";
import type { Asked } from "./keys";
import type { Act } from "./useEditing";

const m = leadMessages.articles;

/** All that can be done to the selected claim, each with its key. */
export function CorrectTools({ state, act }: { state: Corrections; act: Act }) {
  const claim = selectedClaim(state);
  const isExcluded = claim?.excluded ?? false;
  const tools: {
    key: string;
    label: string;
    Icon: typeof Scissors;
    asks: Asked;
    isOff: boolean;
  }[] = [
    {
      key: "S",
      label: m.split,
      Icon: Scissors,
      asks: { type: "begin_split" },
      isOff: !claim || splitPoints(state.points, claim).length === 0,
    },
    {
      key: "M",
      label: m.merge,
      Icon: Combine,
      asks: { type: "merge" },
      isOff: mergeable(state) === null,
    },
    {
      key: "X",
      label: isExcluded ? m.include : m.exclude,
      Icon: isExcluded ? SquareCheck : SquareSlash,
      asks: { type: "toggle_excluded" },
      isOff: !claim,
    },
    {
      key: "E",
      label: m.edges,
      Icon: MoveHorizontal,
      asks: { type: "begin_adjust" },
      isOff: !claim,
    },
    {
      key: "A",
      label: m.addNext,
      Icon: ListPlus,
      asks: { type: "add_next" },
      isOff: nextGap(state) === null,
    },
    {
      key: "L",
      label: m.leaveOutShort,
      Icon: EyeOff,
      asks: { type: "leave_out_selected" },
      isOff: !claim,
    },
  ];
  return (
    <div className={styles.box}>
      <h3 className={styles.heading}>{m.correctIt}</h3>
      <div className={styles.tools}>
        {tools.map(({ key, label, Icon, asks, isOff }) => (
          <button
            key={key}
            type="button"
            className={styles.tool}
            aria-disabled={isOff || undefined}
            aria-keyshortcuts={key.toLowerCase()}
            onClick={() => !isOff && act(asks)}
          >
            <Icon size={16} aria-hidden />
            <span className={styles.label}>{label}</span>
            <span aria-hidden className={styles.key}>
              <Key>{key}</Key>
            </span>
          </button>
        ))}
      </div>
      <p className={styles.hint}>{m.splitHint}</p>
    </div>
  );
}
