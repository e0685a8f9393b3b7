import { useId } from "react";
import styles from "./Check.module.css";

type Props = {
  label: string;
  hint?: string;
  isChecked: boolean;
  isFixed?: boolean;
  onChange?: (isChecked: boolean) => void;
};

/** A box to check, with what it means. */
export function Check({ label, hint, isChecked, isFixed = false, onChange }: Props) {
  const id = useId();
  return (
    <div className={styles.check}>
      <label className={styles.label}>
        <input
          type="checkbox"
          checked={isChecked}
          disabled={isFixed}
          aria-describedby={hint ? id : undefined}
          onChange={({ target }) => onChange?.(target.checked)}
        />
        {label}
      </label>
      {hint && (
        <p id={id} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
