import { useId } from "react";
import styles from "./PercentField.module.css";

type Props = {
  id?: string;
  label: string;
  hint?: string;
  /** What is wrong with it. */
  error?: string | undefined;
  /** The id of what says so, where that stands elsewhere. */
  errorId?: string | undefined;
  value: string;
  onChange: (value: string) => void;
};

/** A whole number of percent. */
export function PercentField({ id: given, label, hint, error, errorId, value, onChange }: Props) {
  const made = useId();
  const id = given ?? made;
  const about = [hint && `${id}-hint`, error && `${id}-error`, errorId].filter(Boolean);
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <span className={styles.box}>
        <input
          id={id}
          inputMode="numeric"
          autoComplete="off"
          value={value}
          aria-describedby={about.join(" ") || undefined}
          aria-invalid={Boolean(error || errorId) || undefined}
          className={styles.input}
          onChange={(event) => onChange(event.target.value)}
        />
        <span>%</span>
      </span>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}
