import CircleAlert from "lucide-react/icons/circle-alert";
import CircleCheck from "lucide-react/icons/circle-check";
import CircleDashed from "lucide-react/icons/circle-dashed";
import CirclePause from "lucide-react/icons/circle-pause";
import LoaderCircle from "lucide-react/icons/loader-circle";
import type { ArticleImport } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { classes } from "@/lib/classes";
import styles from "./StateMark.module.css";

type State = ArticleImport["state"];

const ICONS: Record<State, typeof CircleCheck> = {
  waiting: CircleDashed,
  running: LoaderCircle,
  done: CircleCheck,
  canceled: CirclePause,
  failed: CircleAlert,
};

/** How far an import is: a shape, a color and a word. */
export function StateMark({ state }: { state: State }) {
  const Icon = ICONS[state];
  return (
    <span className={classes(styles.state, styles[state])}>
      <Icon size={16} aria-hidden />
      {leadMessages.imports.states[state]}
    </span>
  );
}
