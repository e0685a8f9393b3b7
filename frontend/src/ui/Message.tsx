import CircleAlert from "lucide-react/icons/circle-alert";
import CircleCheck from "lucide-react/icons/circle-check";
import Info from "lucide-react/icons/info";
import type { ReactNode, Ref } from "react";
import { classes } from "@/lib/classes";
import styles from "./Message.module.css";

type Props = {
  tone: "info" | "error" | "ok" | "warn";
  children: ReactNode;
  action?: ReactNode;
  /** "note" is not read out by itself: for what was there when the page came. */
  role?: "alert" | "status" | "note";
  ref?: Ref<HTMLDivElement>;
};

const ICONS = { info: Info, error: CircleAlert, ok: CircleCheck, warn: CircleAlert };

/** What happened, what is safe, what to do. It can take focus, so that an error is read at once. */
export function Message({ tone, children, action, role, ref }: Props) {
  const Icon = ICONS[tone];
  return (
    <div
      ref={ref}
      tabIndex={-1}
      role={role ?? (tone === "error" ? "alert" : "status")}
      className={classes(styles.message, styles[tone])}
    >
      <Icon size={18} aria-hidden />
      <div className={styles.text}>{children}</div>
      {action}
    </div>
  );
}
