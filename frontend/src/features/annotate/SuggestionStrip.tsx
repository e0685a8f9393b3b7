import type { Claim, Project } from "@/api/types";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { classes } from "@/lib/classes";
import { labelOf } from "@/lib/keymap";
import { probability } from "@/lib/numbers";
import { Key } from "@/ui/Key";
import { TypeMark, typeColor, typeStyles } from "@/ui/TypeMark";
import { choiceOf, isOffered } from "./marks";
import { ruleWords } from "./rules";
import styles from "./SuggestionStrip.module.css";

const m = messages.annotate;
const card = panelMessages.card;

type Props = {
  project: Project;
  suggestion: Claim["suggestion"];
  acceptKey: string | undefined;
  isOpen: boolean;
  onAccept: () => void;
};

/** What is suggested, why, and how sure that is. It takes as much room where there is nothing. */
export function SuggestionStrip({ project, suggestion, acceptKey, isOpen, onAccept }: Props) {
  const type = choiceOf(project, suggestion?.source_type ?? null);
  if (!suggestion || !type) {
    return (
      <div className={classes(styles.strip, styles.empty)}>
        <p>{card.noSuggestion}</p>
      </div>
    );
  }
  const color = typeColor(type.color);
  const share = probability(suggestion.score);
  const why = ruleWords(suggestion.rule);
  const isSure = isOffered(project, suggestion);
  return (
    <section
      className={classes(styles.strip, typeStyles(color), !isSure && styles.unsure)}
      data-question
      aria-label={m.suggestion}
    >
      <p className={styles.what}>
        <TypeMark color={color} />
        <strong>{type.name}</strong>
        <span>{isSure ? m.likely(share) : m.uncertain(share)}</span>
      </p>
      <p className={styles.why} title={why}>
        {why}
      </p>
      {isSure && (
        <button
          type="button"
          className={styles.accept}
          disabled={!isOpen}
          aria-label={card.acceptNamed(type.name)}
          aria-keyshortcuts={acceptKey}
          onClick={onAccept}
        >
          {card.acceptIt}
          {acceptKey && (
            <span aria-hidden>
              <Key>{labelOf(acceptKey)}</Key>
            </span>
          )}
        </button>
      )}
    </section>
  );
}
