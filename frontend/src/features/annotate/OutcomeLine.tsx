import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { TypeMark, typeColor, typeStyles } from "@/ui/TypeMark";
import { sourceTypeOf } from "./marks";
import styles from "./OutcomeLine.module.css";
import type { Outcome } from "./session";

const m = messages.annotate;

type Props = { outcome: Outcome | null; isSaved: boolean; project: Project };

/** What the last key did. */
export function OutcomeLine({ outcome, isSaved, project }: Props) {
  return <p className={styles.line}>{outcome && content(outcome, isSaved, project)}</p>;
}

function content({ kind, claim, answer }: Outcome, isSaved: boolean, project: Project) {
  if (kind !== "answered") return plainWords({ kind, claim, answer });
  const type = sourceTypeOf(project, answer?.source_type ?? null);
  const lead = isSaved ? m.savedAs(claim.number) : m.keptAs(claim.number);
  if (!answer || !type) return `${lead} ${m.asSkipped}`;
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
export function plainWords({ kind, claim, answer }: Outcome): string {
  switch (kind) {
    case "flagged":
      return m.claimFlagged(claim.number) + (answer ? "" : m.withTheAnswer);
    case "unflagged":
      return m.claimUnflagged(claim.number);
    case "noted":
      return m.noted(claim.number) + (answer ? "" : m.withTheAnswer);
    default:
      return answer ? m.restored(claim.number) : m.undone(claim.number);
  }
}
