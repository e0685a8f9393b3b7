import CircleAlert from "lucide-react/icons/circle-alert";
import CircleCheck from "lucide-react/icons/circle-check";
import LoaderCircle from "lucide-react/icons/loader-circle";
import { classes } from "@/lib/classes";
import { useNow } from "@/ui/useNow";
import styles from "./LiveLine.module.css";
import type { Known } from "./queries";
import { useAnnouncement } from "./useAnnouncement";
import { type LiveState, liveStateOf } from "./words";

const ICONS: Record<LiveState["kind"], typeof CircleCheck> = {
  counted: CircleCheck,
  pending: LoaderCircle,
  recomputing: LoaderCircle,
  no_worker: CircleAlert,
  unreachable: CircleAlert,
};

type Props = { known: Known; isReached: boolean; isWaiting: boolean };

/** Whether the figures hold all that is saved. It keeps its place whatever it says. */
export function LiveLine({ known, isReached, isWaiting }: Props) {
  const now = useNow(1000) + known.skewMs;
  const { kind, text } = liveStateOf(known.agreement, now, isReached, isWaiting);
  const Icon = ICONS[kind];
  const isWarning = kind === "no_worker" || kind === "unreachable";
  const announced = useAnnouncement(kind === "pending" || kind === "counted" ? "fine" : kind, text);
  return (
    <>
      <p className={classes(styles.line, isWarning && styles.warning)}>
        <Icon size={16} aria-hidden className={styles[kind]} />
        {text}
      </p>
      <p role="status" className="visually-hidden">
        {announced}
      </p>
    </>
  );
}
