import { useState } from "react";
import { figuresMessages } from "@/app/messages/figures";
import { FilterMenu } from "@/parts/filters/FilterMenu";
import styles from "@/parts/filters/Filters.module.css";
import type { Filters } from "@/parts/scope/filters";

const m = figuresMessages.filters;
const WAYS = ["full", "collapsed"] as const;

type Props = { labels: Filters["labels"]; onChange: (labels: Filters["labels"]) => void };

/** Whether source types count as themselves or as what they map to. */
export function LabelsFilter({ labels, onChange }: Props) {
  const [draft, setDraft] = useState(labels);
  return (
    <FilterMenu
      title={m.labels}
      value={m[labels]}
      isSet={labels !== "full"}
      onReset={() => setDraft(labels)}
      onApply={() => onChange(draft)}
    >
      <div className={styles.choices}>
        {WAYS.map((way) => (
          <label key={way} className={styles.choice}>
            <input
              type="radio"
              name="labels"
              checked={draft === way}
              onChange={() => setDraft(way)}
            />
            <span>{m[way]}</span>
          </label>
        ))}
      </div>
      <p className={styles.hint}>{m.labelsText}</p>
    </FilterMenu>
  );
}
