import type { ReactNode } from "react";
import styles from "./FullPage.module.css";
import { messages } from "./messages";

type Props = { title: string; text: string; children?: ReactNode };

/** A page that only says something: not found, failed, unreachable. */
export function FullPage({ title, text, children }: Props) {
  return (
    <div className={styles.page}>
      <title>{messages.app.pageTitle(title)}</title>
      <h1>{title}</h1>
      <p className={styles.text}>{text}</p>
      <div>{children}</div>
    </div>
  );
}
