import type { SourceType } from "@/api/types";
import { messages } from "@/app/messages";
import { classes } from "@/lib/classes";
import { Key } from "@/ui/Key";
import { TypeMark, typeColor, typeStyles } from "@/ui/TypeMark";
import styles from "./SourceTypes.module.css";
import { TypeIcon } from "./TypeIcon";

const ROOMY = 3;
const ONE_COLUMN = 5;

type Props = {
  types: readonly SourceType[];
  chosen: string | null;
  isInForce: boolean;
  onChoose: (key: string) => void;
};

/** Step 1: who stands behind the claim. */
export function SourceTypes({ types, chosen, isInForce, onChoose }: Props) {
  const size =
    types.length <= ROOMY ? styles.roomy : types.length <= ONE_COLUMN ? styles.rows : styles.grid;
  return (
    <fieldset
      data-question
      data-in-force={isInForce || undefined}
      className={classes(styles.question, isInForce && styles.inForce)}
    >
      <legend className={styles.heading}>{messages.annotate.whoStandsBehind}</legend>
      <div className={classes(styles.options, size)}>
        {types.map((type) => {
          const color = typeColor(type.color);
          return (
            <button
              key={type.key}
              type="button"
              className={classes(styles.option, typeStyles(color))}
              aria-pressed={chosen === type.key}
              aria-keyshortcuts={isInForce ? type.hotkey : undefined}
              title={types.length > ONE_COLUMN ? type.definition : undefined}
              onClick={() => onChoose(type.key)}
            >
              {types.length <= ROOMY && (
                <span className={styles.tile}>
                  <TypeIcon color={color} />
                </span>
              )}
              <span className={styles.words}>
                <span className={styles.name}>
                  <TypeMark color={color} />
                  {type.name}
                </span>
                {types.length <= ONE_COLUMN && (
                  <span className={styles.definition}>{type.definition}</span>
                )}
              </span>
              <span aria-hidden>
                <Key solid={isInForce}>{type.hotkey}</Key>
              </span>
            </button>
          );
        })}
      </div>
    </fieldset>
  );
}
