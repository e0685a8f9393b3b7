import { useId } from "react";
import { exportMessages } from "@/app/messages/export";
import { Field } from "@/ui/Field";
import { PercentField } from "@/ui/PercentField";
import { Select } from "@/ui/Select";
import { Check } from "./Check";
import { type Draft, type Problems, sharesIn } from "./draft";
import { SharesBar } from "./SharesBar";
import styles from "./SplitFields.module.css";
import { SPLIT_NAMES } from "./words";

const m = exportMessages.form;
const WAYS = ["article", "outlet", "period"] as const;

type Props = { draft: Draft; problems: Problems; onChange: (changes: Partial<Draft>) => void };

/** How a snapshot is split into what models learn from and what they are tested on. */
export function SplitFields({ draft, problems, onChange }: Props) {
  const { isSplit, shares, by, seed, similarity } = draft;
  const error = useId();
  const parts = sharesIn(shares);
  return (
    <fieldset className={styles.splits}>
      <legend>{m.splits}</legend>
      <Check
        label={m.split}
        hint={m.splitHint}
        isChecked={isSplit}
        onChange={(isChecked) => onChange({ isSplit: isChecked })}
      />
      {isSplit && (
        <div className={styles.fields}>
          <div>
            <div className={styles.shares}>
              {SPLIT_NAMES.map((name) => (
                <PercentField
                  key={name}
                  id={`split-${name}`}
                  label={m.names[name]}
                  errorId={problems.shares && error}
                  value={shares[name]}
                  onChange={(share) => onChange({ shares: { ...shares, [name]: share } })}
                />
              ))}
            </div>
            {parts && <SharesBar shares={parts} />}
            {problems.shares && (
              <p id={error} className={styles.error}>
                {problems.shares}
              </p>
            )}
          </div>
          <Select
            label={m.by}
            hint={m.byHints[by]}
            value={by}
            options={WAYS.map((way) => [way, m.bys[way]] as const)}
            onChoose={(way) => onChange({ by: way })}
          />
          <details className={styles.more} open={hasMoreProblems(problems) || undefined}>
            <summary>{m.more}</summary>
            <div className={styles.pair}>
              <Field
                id="split-seed"
                label={m.seed}
                hint={m.seedHint}
                error={problems.seed}
                inputMode="numeric"
                autoComplete="off"
                value={seed}
                onChange={({ target }) => onChange({ seed: target.value })}
              />
              <PercentField
                id="split-similarity"
                label={m.similarity}
                hint={m.similarityHint}
                error={problems.similarity}
                value={similarity}
                onChange={(typed) => onChange({ similarity: typed })}
              />
            </div>
          </details>
        </div>
      )}
    </fieldset>
  );
}

const hasMoreProblems = ({ seed, similarity }: Problems) => Boolean(seed || similarity);
