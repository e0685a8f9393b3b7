import type { Article, Project } from "@/api/types";
import { countGained, countOpen, type Session } from "./state";
import type { Beat } from "./storeState";

/** How far things are: one's own part, today, this article, the project. */
export type Counts = {
  readonly answered: number;
  readonly available: number;
  /** Null until the server has said. */
  readonly today: number | null;
  readonly project: { readonly answers: number; readonly needed: number };
};

type Begun = Pick<Project, "mine" | "answers" | "answers_needed">;

/** Count from what the server said at first, or last, and what was done here since. */
export function countsOf(begun: Begun, session: Session, beat: Beat | null): Counts {
  const gained = countGained(session);
  const answered = begun.mine.answered + gained;
  const answers = begun.answers + gained;
  return {
    answered,
    available: Math.max(begun.mine.available, answered),
    today: beat && Math.max(0, beat.answered_today + beat.unsent + gained - beat.gained),
    project: { answers, needed: Math.max(begun.answers_needed, answers) },
  };
}

export function articleCounts(
  session: Pick<Session, "answers">,
  article: Article,
): { done: number; of: number } {
  const of = article.claims.length;
  return { done: of - countOpen(session, article), of };
}
