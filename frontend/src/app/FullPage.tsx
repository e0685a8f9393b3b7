import type { ReactNode } from "react";
import styles from "./FullPage.module.css";
import { messages } from "./messages";

const { name, pageTitle } = messages.app;

type Props = { title: string; text: string; children?: ReactNode };

/** A page that only says something: not found, failed, unreachable. */
export function FullPage({ title, text, children }: Props) {
  return (
    <div className={styles.page}>
      <title>{title === name ? name : pageTitle(title)}</title>
      <h1>{title}</h1>
      <p className={styles.text}>{text}</p>
      <div className={styles.ways}>{children}</div>
    </div>
  );
}
