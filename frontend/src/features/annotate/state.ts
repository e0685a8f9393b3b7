import type { Answer, Save } from "@/api/answers";
import type { Article, Claim } from "@/api/types";
import type { Span } from "@/lib/offsets";
import { type Draft, NO_STACKS, type PastEvent, type Stacks } from "./stacks";

export type Step = "source" | "confidence" | "skip" | "finished";

export type Part = "source" | "cue";

/** The spans of the current claim while they are adjusted. */
export type Adjusting = {
  readonly part: Part;
  readonly source: Span | null;
  readonly cue: Span | null;
};

export type OutcomeKind =
  | "answered"
  | "undone"
  | "redone"
  | "amended"
  | "proposed"
  | "unproposed"
  | "too_late"
  | "out_of_reach"
  | "nothing_to_undo"
  | "nothing_to_redo";

export type Outcome = {
  readonly kind: OutcomeKind;
  readonly claim: Claim;
  readonly answer: Answer | null;
  /** What the claim had before and has now, where it may be that the answer is the same. */
  readonly change?: { readonly before: Draft; readonly after: Draft };
  /** How many claims it was about. */
  readonly count: number;
  /** Goes up with each outcome, so that the same one twice can be told. */
  readonly serial: number;
};

/** Why an article can no longer be answered by this person. */
export type Loss = "withdrawn" | "released";

export type Session = {
  readonly articles: readonly Article[];
  readonly at: number;
  readonly current: number;
  readonly step: Step;
  /** The source type chosen in step 1, while step 2 is open. */
  readonly choice: string | null;
  /** The choice is that of the suggestion, with its spans. */
  readonly isAccepting: boolean;
  readonly adjusting: Adjusting | null;
  readonly selection: ReadonlySet<number>;
  readonly answers: ReadonlyMap<number, Answer>;
  readonly drafts: ReadonlyMap<number, Draft>;
  /** The last save of each claim that this page knows, whatever became of it. */
  readonly heads: ReadonlyMap<number, string>;
  /** What claims had before an answer that was refused, which undo does not bring back. */
  readonly instead: ReadonlyMap<number, Answer | null>;
  /** Claims whose suggestion was before the annotator's eyes. */
  readonly seen: ReadonlySet<number>;
  readonly past: readonly PastEvent[];
  readonly stacks: Stacks;
  readonly outcome: Outcome | null;
  readonly lost: ReadonlyMap<number, Loss>;
  /** Claims of which only the device has told yet, with their last saves as it had them. */
  readonly unsure: ReadonlyMap<number, string | null>;
  /** An answer moves on to the next open claim by itself. */
  readonly advances: boolean;
  readonly serial: number;
};

/** A save as the session asks for it; what several have in common is added where they are sent. */
export type Asked = Omit<Save, "at" | "group" | "revision">;

/** What follows from an action, and the saves it asks for. */
export type Update = { readonly session: Session; readonly saves: readonly Asked[] };

/** Gives how long the annotator has attended to a claim, in seconds. */
export type Clock = (claim: number) => number;

export const NO_DRAFT: Draft = { flags: [], note: "", source: null, cue: null };

export const EMPTY: Session = {
  articles: [],
  at: -1,
  current: 0,
  step: "source",
  choice: null,
  isAccepting: false,
  adjusting: null,
  selection: new Set(),
  answers: new Map(),
  drafts: new Map(),
  heads: new Map(),
  instead: new Map(),
  seen: new Set(),
  past: [],
  stacks: NO_STACKS,
  outcome: null,
  lost: new Map(),
  unsure: new Map(),
  advances: true,
  serial: 0,
};

export const only = (session: Session): Update => ({ session, saves: [] });

export const articleOf = (session: Session): Article | undefined => session.articles[session.at];

export const claimOf = (session: Session): Claim | undefined =>
  articleOf(session)?.claims[session.current];

export function draftOf(session: Session, claim: Claim): Draft {
  return session.answers.get(claim.id) ?? session.drafts.get(claim.id) ?? NO_DRAFT;
}

/** Give the spans that are shown for a claim: of its answer, or of what is to become it. */
export function spansOf(session: Session, claim: Claim): { source: Span | null; cue: Span | null } {
  if (session.adjusting && claimOf(session) === claim) return session.adjusting;
  const { source, cue } = draftOf(session, claim);
  if (source || cue || session.answers.has(claim.id)) return { source, cue };
  const suggestion = suggestionOf(session, claim);
  return { source: suggestion?.source ?? null, cue: suggestion?.cue ?? null };
}

/** Give what is suggested for a claim, where the article shows that. */
export function suggestionOf(session: Session, claim: Claim): Claim["suggestion"] {
  return articleOf(session)?.shows_suggestions ? claim.suggestion : null;
}

export function findClaim(
  session: Session,
  id: number,
): { at: number; index: number; claim: Claim } | null {
  for (const [at, article] of session.articles.entries()) {
    const index = article.claims.findIndex((claim) => claim.id === id);
    const claim = article.claims[index];
    if (claim) return { at, index, claim };
  }
  return null;
}

export function countOpen(session: Pick<Session, "answers">, article: Article): number {
  let open = 0;
  for (const claim of article.claims) if (!session.answers.has(claim.id)) open += 1;
  return open;
}

/** Give the next article that has an open claim, beginning after the one in view. */
export function nextOpenArticle(session: Session): number | null {
  const { articles, at, lost } = session;
  for (let step = 1; step <= articles.length; step++) {
    const index = (at + step + articles.length) % articles.length;
    const article = articles[index];
    if (index === at || !article || lost.has(article.id)) continue;
    if (countOpen(session, article) > 0) return index;
  }
  return null;
}

/** How many claims have an answer now that had none when their article came, less the reverse. */
export function countGained(session: Session): number {
  let gained = 0;
  for (const article of session.articles) {
    for (const claim of article.claims) {
      gained += Number(session.answers.has(claim.id)) - Number(claim.annotation !== null);
    }
  }
  return gained;
}

export function withOutcome(
  session: Session,
  outcome: Omit<Outcome, "serial" | "count"> & { count?: number },
): Session {
  const serial = session.serial + 1;
  return { ...session, serial, outcome: { count: 1, ...outcome, serial } };
}

export function withAnswer(
  answers: ReadonlyMap<number, Answer>,
  claim: number,
  answer: Answer | null,
): ReadonlyMap<number, Answer> {
  const next = new Map(answers);
  if (answer) next.set(claim, answer);
  else next.delete(claim);
  return next;
}
