import { useState } from "react";
import { figuresMessages } from "@/app/messages/figures";
import { FilterMenu } from "./FilterMenu";
import styles from "./Filters.module.css";

const m = figuresMessages.filters;
/** More than can be seen at once can be searched. */
const MANY = 10;

export type Choice<Value> = { value: Value; text: string; note?: string };

type Props<Value> = {
  title: string;
  choices: readonly Choice<Value>[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
};

/** A filter by some of several; none chosen is all. */
export function ChoiceFilter<Value extends string | number>(props: Props<Value>) {
  const { title, choices, chosen, onChange } = props;
  const [draft, setDraft] = useState<readonly Value[]>(chosen);
  const [wanted, find] = useState("");
  const only = choices.find(({ value }) => value === chosen[0]);
  const value = chosen.length === 1 ? (only?.text ?? "") : m.some(chosen.length);
  const found = choices.filter(({ text }) =>
    text.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()),
  );
  const reset = () => {
    setDraft(chosen);
    find("");
  };
  return (
    <FilterMenu
      title={title}
      value={chosen.length === 0 ? m.all : value}
      isSet={chosen.length > 0}
      onReset={reset}
      onApply={() => onChange([...draft].sort((a, b) => (a < b ? -1 : 1)))}
    >
      {choices.length > MANY && (
        <label className={styles.field}>
          {m.find}
          <input type="search" value={wanted} onChange={(event) => find(event.target.value)} />
        </label>
      )}
      <div className={styles.choices}>
        {found.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="checkbox"
              checked={draft.includes(choice.value)}
              onChange={({ target }) =>
                setDraft(
                  target.checked
                    ? [...draft, choice.value]
                    : draft.filter((one) => one !== choice.value),
                )
              }
            />
            <span>
              {choice.text}
              {choice.note && <small>{choice.note}</small>}
            </span>
          </label>
        ))}
        {found.length === 0 && (
          <p className={styles.hint}>{choices.length === 0 ? m.nothing : m.nothingFound}</p>
        )}
      </div>
    </FilterMenu>
  );
}
