import { useId } from "react";
import styles from "./RadioRow.module.css";

type Props<Value extends string> = {
  legend: string;
  options: readonly (readonly [value: Value, name: string])[];
  chosen: Value;
  /** What the chosen one means. */
  hint?: string;
  onChoose: (value: Value) => void;
};

/** One of a few short choices, side by side. */
export function RadioRow<Value extends string>(props: Props<Value>) {
  const { legend, options, chosen, hint, onChoose } = props;
  const id = useId();
  return (
    <fieldset className={styles.row} aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.options}>
        {options.map(([value, name]) => (
          <label key={value} className={styles.option}>
            <input
              type="radio"
              name={id}
              value={value}
              checked={value === chosen}
              onChange={() => onChoose(value)}
            />
            {name}
          </label>
        ))}
      </div>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}
