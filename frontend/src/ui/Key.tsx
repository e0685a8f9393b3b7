import type { ReactNode } from "react";
import { classes } from "@/lib/classes";
import styles from "./Key.module.css";

/** A keycap. Beside a named control it is decoration: the control carries aria-keyshortcuts. */
export function Key({ children, solid = false }: { children: ReactNode; solid?: boolean }) {
  return <kbd className={classes(styles.key, solid && styles.solid)}>{children}</kbd>;
}
