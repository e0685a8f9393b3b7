import { lazy } from "react";
import styles from "./LazyMarkdown.module.css";
import type { Found } from "./markWords";

type Props = { text: string; isBelowTitle?: boolean; found?: Found | undefined };

/** Markdown, loaded when it is first shown; without a network its source, which reads well too. */
export const LazyMarkdown = lazy(async () => {
  try {
    return { default: (await import("./Markdown")).Markdown };
  } catch {
    return { default: Source };
  }
});

function Source({ text }: Props) {
  return <p className={styles.source}>{text}</p>;
}
