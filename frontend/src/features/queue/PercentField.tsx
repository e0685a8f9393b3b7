import { useId } from "react";
import { leadMessages } from "@/app/messages/leads";
import styles from "./PercentField.module.css";

const m = leadMessages.queue;

type Props = {
  label: string;
  hint: string;
  isWrong: boolean;
  value: string;
  onChange: (value: string) => void;
};

/** A whole number of percent. */
export function PercentField({ label, hint, isWrong, value, onChange }: Props) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <span className={styles.box}>
        <input
          id={id}
          inputMode="numeric"
          value={value}
          aria-describedby={isWrong ? `${id}-hint ${id}-error` : `${id}-hint`}
          aria-invalid={isWrong || undefined}
          className={styles.input}
          onChange={(event) => onChange(event.target.value)}
        />
        <span>%</span>
      </span>
      <p id={`${id}-hint`} className={styles.hint}>
        {hint}
      </p>
      {isWrong && (
        <p id={`${id}-error`} className={styles.error}>
          {m.percentWrong}
        </p>
      )}
    </div>
  );
}
