import { type ReactNode, useId } from "react";
import styles from "./Choices.module.css";

type Choice<Value> = { value: Value; name: string; hint: string; more?: ReactNode };

type Props<Value extends string> = {
  legend: string;
  choices: readonly Choice<Value>[];
  chosen: Value;
  onChoose: (value: Value) => void;
};

/** One of a few choices, each with what it means; what belongs to the chosen one is under it. */
export function Choices<Value extends string>(props: Props<Value>) {
  const { legend, choices, chosen, onChoose } = props;
  const id = useId();
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{legend}</legend>
      {choices.map(({ value, name, hint, more }) => (
        <div key={value} className={styles.choice}>
          <label className={styles.label}>
            <input
              type="radio"
              name={id}
              value={value}
              checked={value === chosen}
              aria-describedby={`${id}-${value}`}
              onChange={() => onChoose(value)}
            />
            <span className={styles.name}>{name}</span>
          </label>
          <p id={`${id}-${value}`} className={styles.hint}>
            {hint}
          </p>
          {value === chosen && more && <div className={styles.more}>{more}</div>}
        </div>
      ))}
    </fieldset>
  );
}
