import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { TypeMark, typeColor, typeStyles } from "@/ui/TypeMark";
import { reasonWords, sourceTypeOf, wordsOf } from "./marks";
import styles from "./OutcomeLine.module.css";
import type { Outcome } from "./state";

const m = messages.annotate;

type Props = { outcome: Outcome | null; isSaved: boolean; project: Project };

/** What the last key did. */
export function OutcomeLine({ outcome, isSaved, project }: Props) {
  return <p className={styles.line}>{outcome && content(outcome, isSaved, project)}</p>;
}

function content(outcome: Outcome, isSaved: boolean, project: Project) {
  const { kind, claim, answer, count } = outcome;
  if (kind !== "answered") return plainWords(outcome, project);
  const type = sourceTypeOf(project, answer?.source_type ?? null);
  const [saved, kept] = count > 1 ? [m.severalSavedAs, m.severalKeptAs] : [m.savedAs, m.keptAs];
  const lead = (isSaved ? saved : kept)(count > 1 ? count : claim.number);
  if (!answer || !type) {
    const reason = reasonWords(answer?.skip_reason ?? "");
    return `${lead} ${reason ? m.skippedBecause(reason) : m.asSkipped}`;
  }
  const color = typeColor(type.color);
  return (
    <>
      {lead}{" "}
      <strong className={typeStyles(color)}>
        <TypeMark color={color} size={11} />
        {m.asAnswered(type.name, answer.confidence ?? 0, project.confidence_scale.length)}
      </strong>
    </>
  );
}

/** What the last key did, where it was not an answer. */
export function plainWords({ kind, claim, answer, count }: Outcome, project: Project): string {
  const { number } = claim;
  switch (kind) {
    case "flagged":
      return m.claimFlagged(number, answer !== null);
    case "unflagged":
      return m.claimUnflagged(number);
    case "noted":
      return m.noted(number, answer !== null);
    case "adjusted":
      return m.adjusted(number, answer !== null);
    case "proposed":
      return m.proposalSent(number);
    case "out_of_reach":
      return m.outOfReach;
    case "nothing_to_undo":
      return m.nothingToUndo;
    case "nothing_to_redo":
      return m.nothingToRedo;
    case "redone":
      return count > 1 ? m.severalRedone(count) : m.redone(number, wordsOf(answer, project));
    case "undone":
    case "answered":
      return count > 1 ? m.severalUndone(count) : m.undone(number, wordsOf(answer, project));
  }
}
