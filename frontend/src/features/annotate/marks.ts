import type { Answer } from "@/api/answers";
import type { Article, Claim, Project, SourceType } from "@/api/types";
import { messages } from "@/app/messages";
import { type TypeColor, typeColor } from "@/ui/TypeMark";
import { draftOf, type Session } from "./state";

const m = messages.annotate;

/** How a claim is drawn in the article and in the row of marks. */
export type Mark = {
  readonly state: "pending" | "answered" | "skipped";
  readonly color: TypeColor | null;
  readonly isFlagged: boolean;
  readonly isSelected: boolean;
  readonly label: string;
};

export type ProposalKind = keyof typeof m.proposed;

type Facts = {
  readonly answer: Answer | undefined;
  readonly isFlagged: boolean;
  readonly isSelected: boolean;
  readonly isProposed: boolean;
};

/** Makes the marks of an article's claims; a mark stays the same object while its claim does. */
export class Marks {
  readonly #project: Project;
  readonly #known = new Map<number, { facts: Facts; mark: Mark }>();
  #last: readonly Mark[] = [];

  constructor(project: Project) {
    this.#project = project;
  }

  of(session: Session, article: Article): readonly Mark[] {
    const proposed = new Set((article.proposals ?? []).map(({ claim }) => claim));
    const marks = article.claims.map((claim) => {
      const answer = session.answers.get(claim.id);
      const isFlagged = draftOf(session, claim).flags.includes("flagged");
      const isSelected = session.selection.has(claim.id);
      return this.#mark(claim, {
        answer,
        isFlagged,
        isSelected,
        isProposed: proposed.has(claim.id),
      });
    });
    const isUnchanged =
      marks.length === this.#last.length && marks.every((mark, i) => mark === this.#last[i]);
    if (!isUnchanged) this.#last = marks;
    return this.#last;
  }

  #mark(claim: Claim, facts: Facts): Mark {
    const known = this.#known.get(claim.id);
    if (known && isSame(known.facts, facts)) return known.mark;
    const mark = markOf(claim, facts, this.#project);
    this.#known.set(claim.id, { facts, mark });
    return mark;
  }
}

function isSame(one: Facts, other: Facts): boolean {
  return (
    one.answer === other.answer &&
    one.isFlagged === other.isFlagged &&
    one.isSelected === other.isSelected &&
    one.isProposed === other.isProposed
  );
}

function markOf(claim: Claim, facts: Facts, project: Project): Mark {
  const { answer, isFlagged, isSelected } = facts;
  const label = m.claimLabel(claim.number, stateWords(facts, project), claim.quote);
  const shared = { isFlagged, isSelected, label };
  if (!answer) return { state: "pending", color: null, ...shared };
  if (answer.skipped) return { state: "skipped", color: null, ...shared };
  const color = typeColor(sourceTypeOf(project, answer.source_type)?.color ?? "");
  return { state: "answered", color, ...shared };
}

/** Say how a claim stands, for whoever cannot see its mark. */
export function stateWords(facts: Facts, project: Project): string {
  const words = [
    facts.isFlagged && m.flaggedWord,
    facts.isSelected && m.selectedWord,
    facts.isProposed && m.proposedWord,
  ].filter((word) => word !== false);
  return words.reduce(m.withState, wordsOf(facts.answer, project));
}

export function factsOf(session: Session, article: Article, claim: Claim): Facts {
  return {
    answer: session.answers.get(claim.id),
    isFlagged: draftOf(session, claim).flags.includes("flagged"),
    isSelected: session.selection.has(claim.id),
    isProposed: (article.proposals ?? []).some((one) => one.claim === claim.id),
  };
}

/** The source type of an answer, which may be one that can no longer be chosen. */
export function sourceTypeOf(project: Project, key: string | null): SourceType | undefined {
  return choiceOf(project, key) ?? project.archived_source_types.find((type) => type.key === key);
}

/** The source type that can be chosen under a key, and so suggested. */
export function choiceOf(project: Project, key: string | null): SourceType | undefined {
  return project.source_types.find((type) => type.key === key);
}

export function wordsOf(answer: Answer | undefined | null, project: Project): string {
  if (!answer) return m.notAnswered;
  if (answer.skipped) {
    const reason = reasonWords(answer.skip_reason);
    return reason ? m.skippedBecause(reason) : m.skipped;
  }
  const name = sourceTypeOf(project, answer.source_type)?.name ?? answer.source_type ?? "";
  return m.answeredAs(name, answer.confidence ?? 0);
}

export const SKIP_REASONS = ["no_claim", "cannot_tell", "broken_text"] as const;

export function reasonWords(code: string): string {
  const known = SKIP_REASONS.find((reason) => reason === code);
  return known ? m.skipReasons[known] : code;
}

/** Whether a suggestion is likely enough to be accepted by one key. */
export function isOffered(project: Project, suggestion: Claim["suggestion"]): boolean {
  if (!suggestion || !choiceOf(project, suggestion.source_type)) return false;
  return suggestion.score >= project.suggestion_threshold;
}
