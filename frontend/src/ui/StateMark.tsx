import CircleAlert from "lucide-react/icons/circle-alert";
import CircleCheck from "lucide-react/icons/circle-check";
import CircleDashed from "lucide-react/icons/circle-dashed";
import CirclePause from "lucide-react/icons/circle-pause";
import LoaderCircle from "lucide-react/icons/loader-circle";
import type { ReactNode } from "react";
import { classes } from "@/lib/classes";
import styles from "./StateMark.module.css";

const ICONS = {
  waiting: CircleDashed,
  running: LoaderCircle,
  done: CircleCheck,
  canceled: CirclePause,
  failed: CircleAlert,
};

type Props = { state: keyof typeof ICONS; children: ReactNode };

/** How far a long piece of work is: a shape, a color and a word. */
export function StateMark({ state, children }: Props) {
  const Icon = ICONS[state];
  return (
    <span className={classes(styles.state, styles[state])}>
      <Icon size={16} aria-hidden />
      {children}
    </span>
  );
}
