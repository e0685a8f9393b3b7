import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

type Props = { title: string; text?: ReactNode; children?: ReactNode };

/** What a screen says where there is nothing to show yet, and what to do about it. */
export function EmptyState({ title, text, children }: Props) {
  return (
    <div className={styles.empty}>
      <h2 className={styles.title}>{title}</h2>
      {text && <p className={styles.text}>{text}</p>}
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
