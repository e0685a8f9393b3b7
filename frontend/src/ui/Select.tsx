import { useId } from "react";
import styles from "./Select.module.css";

type Props<Value extends string> = {
  label: string;
  hint?: string | undefined;
  value: Value;
  options: readonly (readonly [value: Value, name: string])[];
  onChoose: (value: Value) => void;
};

/** One of several choices, with its label above. */
export function Select<Value extends string>(props: Props<Value>) {
  const { label, hint, value, options, onChoose } = props;
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <select
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={styles.select}
        value={value}
        onChange={(event) => onChoose(event.target.value as Value)}
      >
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
