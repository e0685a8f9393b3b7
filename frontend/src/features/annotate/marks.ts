import type { Answer } from "@/api/answers";
import type { Article, Project, SourceType } from "@/api/types";
import { messages } from "@/app/messages";
import { type TypeColor, typeColor } from "@/ui/TypeMark";
import type { Session } from "./session";

const m = messages.annotate;

/** How a claim is drawn in the article and in the row of marks. */
export type Mark = {
  readonly state: "pending" | "answered" | "skipped";
  readonly color: TypeColor | null;
  readonly label: string;
};

export function marksOf(session: Session, article: Article, project: Project): Mark[] {
  return article.claims.map((claim) => {
    const answer = session.answers.get(claim.id);
    const label = m.claimLabel(claim.number, wordsOf(answer, project), claim.quote);
    if (!answer) return { state: "pending", color: null, label };
    if (answer.skipped) return { state: "skipped", color: null, label };
    const color = typeColor(sourceTypeOf(project, answer.source_type)?.color ?? "");
    return { state: "answered", color, label };
  });
}

export function sourceTypeOf(project: Project, key: string | null): SourceType | undefined {
  return project.source_types.find((type) => type.key === key);
}

export function wordsOf(answer: Answer | undefined | null, project: Project): string {
  if (!answer) return m.notAnswered;
  if (answer.skipped) return m.skipped;
  const name = sourceTypeOf(project, answer.source_type)?.name ?? answer.source_type ?? "";
  return m.answeredAs(name, answer.confidence ?? 0);
}
