import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { classes } from "@/lib/classes";
import { labelOf } from "@/lib/keymap";
import styles from "@/parts/question/SourceTypes.module.css";
import { Key } from "@/ui/Key";
import { SKIP_REASONS } from "./marks";

const m = panelMessages.card;

type Props = {
  chosen: string | null;
  skipKey: string | undefined;
  onChoose: (reason: string) => void;
  onBack: () => void;
};

/** Why a claim is skipped; saying nothing is an answer too. */
export function SkipReasons({ chosen, skipKey, onChoose, onBack }: Props) {
  const options = [
    ...SKIP_REASONS.map((code, index) => ({
      code: code as string,
      words: messages.annotate.skipReasons[code],
      key: String(index + 1),
    })),
    { code: "", words: m.noReason, key: skipKey },
  ];
  return (
    <fieldset data-question data-in-force className={classes(styles.question, styles.inForce)}>
      <legend className={styles.heading}>{m.whySkipped}</legend>
      <div className={classes(styles.options, styles.rows)}>
        {options.map(({ code, words, key }) => (
          <button
            key={code}
            type="button"
            className={classes(styles.option, styles.plain)}
            aria-pressed={chosen === code}
            aria-keyshortcuts={key}
            onClick={() => onChoose(code)}
          >
            <span className={styles.words}>
              <span className={styles.name}>{words}</span>
            </span>
            {key && (
              <span aria-hidden>
                <Key solid>{labelOf(key)}</Key>
              </span>
            )}
          </button>
        ))}
        <button
          type="button"
          className={classes(styles.option, styles.plain)}
          aria-keyshortcuts="Escape"
          onClick={onBack}
        >
          <span className={styles.words}>{m.backToSource}</span>
          <span aria-hidden>
            <Key>{labelOf("Escape")}</Key>
          </span>
        </button>
      </div>
    </fieldset>
  );
}
