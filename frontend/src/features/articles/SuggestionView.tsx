import type { Suggestion } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { classes } from "@/lib/classes";
import { bare, decimals } from "@/lib/numbers";
import type { CodePoints } from "@/lib/offsets";
import { writtenIn } from "@/lib/writtenIn";
import { TypeMark, typeStyles } from "@/ui/TypeMark";
import styles from "./SuggestionView.module.css";
import type { ClaimView } from "./views";

const m = leadMessages.articles;

type Props = {
  view: ClaimView;
  suggestion: Suggestion | undefined;
  points: CodePoints;
  threshold: number;
  language: string;
};

/** What is suggested for a claim: a source type, how sure that is, why, and from which words. */
export function SuggestionView({ view, suggestion, points, threshold, language }: Props) {
  if (view.state === "excluded") {
    return (
      <dl className={styles.facts}>
        <dt>{m.whyExcluded}</dt>
        <dd>{view.rule}</dd>
      </dl>
    );
  }
  if (view.state === "looking" || view.state === "none" || !suggestion || !view.color) {
    return <p className={styles.quiet}>{view.state === "looking" ? m.looking : m.noSuggestion}</p>;
  }
  const { source, cue, score } = suggestion;
  const isStrong = view.state === "strong";
  return (
    <div className={classes(styles.suggestion, typeStyles(view.color))}>
      <div className={styles.chip}>
        <TypeMark color={view.color} size={14} />
        <span className={styles.type}>{view.type}</span>
        <span className={styles.score}>{view.score}</span>
      </div>
      <span className={styles.scale} aria-hidden>
        <span
          className={classes(styles.filled, !isStrong && styles.weak)}
          style={{ width: `${score * 100}%` }}
        />
        <span className={styles.threshold} style={{ insetInlineStart: `${threshold * 100}%` }} />
      </span>
      <p className={styles.rule}>{view.rule}</p>
      <dl className={styles.facts}>
        <dt>{m.sourceWords}</dt>
        <dd dir="auto">
          {source ? (
            <span className={styles.source} lang={language || undefined}>
              {points.slice(source)}
            </span>
          ) : (
            m.noSource
          )}
        </dd>
        {cue && (
          <>
            <dt>{m.cueWords}</dt>
            <dd {...writtenIn({ language })}>
              <span className={styles.cue}>{points.slice(cue)}</span>
            </dd>
          </>
        )}
      </dl>
      <p className={styles.note}>
        {isStrong ? m.prefilled : m.notPrefilled(bare(decimals(threshold)))}
      </p>
    </div>
  );
}
