import { type ReactNode, useEffect, useRef } from "react";
import { messages } from "@/app/messages";
import { classes } from "@/lib/classes";
import styles from "./EntryCard.module.css";

type Props = {
  /** The name of the page. */
  title: string;
  /** What stands above the rest; without it, the product's name and what it is for. */
  heading?: string | undefined;
  children: ReactNode;
};

/** The frame of a screen before one is inside: whose house it is, and one thing to do. */
export function EntryCard({ title, heading, children }: Props) {
  const main = useRef<HTMLElement>(null);
  useEffect(() => main.current?.focus({ preventScroll: true }), []);
  return (
    <main ref={main} tabIndex={-1} className={styles.page}>
      <title>{messages.app.pageTitle(title)}</title>
      <div className={styles.card}>
        {heading ? (
          <>
            <p className={classes(styles.brand, styles.small)}>{messages.app.name}</p>
            <h1 className={styles.heading}>{heading}</h1>
          </>
        ) : (
          <>
            <h1 className={styles.brand}>{messages.app.name}</h1>
            <p className={styles.tagline}>{messages.app.tagline}</p>
          </>
        )}
        {children}
      </div>
    </main>
  );
}
