import type { MouseEvent, Ref } from "react";
import styles from "./ErrorSummary.module.css";
import { Message } from "./Message";

export type FieldProblem = {
  /** The id of the field. */
  readonly field: string;
  readonly text: string;
};

type Props = { title: string; problems: readonly FieldProblem[]; ref: Ref<HTMLDivElement> };

/** What is wrong in a form, each with the way to its field; give it the focus when it appears. */
export function ErrorSummary({ title, problems, ref }: Props) {
  return (
    <Message tone="error" ref={ref}>
      <strong>{title}</strong>
      <ul className={styles.list}>
        {problems.map(({ field, text }) => (
          <li key={`${field} ${text}`}>
            <a href={`#${field}`} onClick={(event) => goTo(event, field)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </Message>
  );
}

function goTo(event: MouseEvent, field: string): void {
  event.preventDefault();
  document.getElementById(field)?.focus();
}
