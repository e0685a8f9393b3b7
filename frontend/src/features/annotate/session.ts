import { type Answer, answerFrom, type Save } from "@/api/answers";
import type { Article, Claim, Flag } from "@/api/types";

export type Step = "source" | "confidence" | "finished";

/** What is added to an answer before it is given. */
export type Draft = { readonly flags: readonly Flag[]; readonly note: string };

export type Outcome = {
  readonly kind: "answered" | "undone" | "flagged" | "unflagged" | "noted";
  readonly claim: Claim;
  readonly answer: Answer | null;
};

export type Session = {
  readonly articles: readonly Article[];
  readonly at: number;
  readonly current: number;
  readonly step: Step;
  /** The source type chosen in step 1, while step 2 is open. */
  readonly choice: string | null;
  readonly answers: ReadonlyMap<number, Answer>;
  readonly drafts: ReadonlyMap<number, Draft>;
  readonly done: readonly { readonly claim: number; readonly before: Answer | null }[];
  readonly outcome: Outcome | null;
  /** When the current claim came before the annotator's eyes. */
  readonly shownAt: number;
};

export type Action =
  | {
      readonly type: "articles";
      readonly articles: readonly Article[];
      readonly unsent: readonly Save[];
    }
  | { readonly type: "source"; readonly key: string }
  | { readonly type: "confidence"; readonly value: number }
  | { readonly type: "back" }
  | { readonly type: "skip" }
  | { readonly type: "flag" }
  | { readonly type: "note"; readonly draft: Draft }
  | { readonly type: "undo" }
  | { readonly type: "go"; readonly to: number }
  | { readonly type: "step"; readonly by: 1 | -1 }
  | { readonly type: "open"; readonly article: number }
  | { readonly type: "reset"; readonly claim: number; readonly answer: Answer | null };

/** What follows from an action, and the saves it asks for. */
export type Update = { readonly session: Session; readonly saves: readonly Save[] };

const LONGEST_SECONDS = 24 * 3600;
export const NO_DRAFT: Draft = { flags: [], note: "" };

export const EMPTY: Session = {
  articles: [],
  at: -1,
  current: 0,
  step: "source",
  choice: null,
  answers: new Map(),
  drafts: new Map(),
  done: [],
  outcome: null,
  shownAt: 0,
};

export function update(session: Session, action: Action, now: number): Update {
  switch (action.type) {
    case "articles":
      return only(addArticles(session, action, now));
    case "open":
      return only(openArticle(session, action.article, now));
    case "go":
      return only(goTo(session, action.to, now));
    case "step":
      return only(stepBy(session, action.by, now));
    case "source":
      return only(chooseSource(session, action.key));
    case "back":
      return only(session.step === "confidence" ? atSource(session) : session);
    case "reset":
      return only({ ...session, answers: withAnswer(session.answers, action) });
    case "confidence":
      return chooseConfidence(session, action.value, now);
    case "skip":
      return skip(session, now);
    case "flag":
      return flag(session);
    case "note":
      return note(session, action.draft);
    case "undo":
      return undo(session, now);
  }
}

export const articleOf = (session: Session): Article | undefined => session.articles[session.at];

export const claimOf = (session: Session): Claim | undefined =>
  articleOf(session)?.claims[session.current];

export function draftOf(session: Session, claim: Claim): Draft {
  return session.answers.get(claim.id) ?? session.drafts.get(claim.id) ?? NO_DRAFT;
}

export function countOpen(session: Session, article: Article): number {
  return article.claims.filter((claim) => !session.answers.has(claim.id)).length;
}

/** Give the next article that has an open claim, beginning after the one in view. */
export function nextOpenArticle(session: Session): number | null {
  const { articles, at } = session;
  for (let step = 1; step <= articles.length; step++) {
    const index = (at + step + articles.length) % articles.length;
    const article = articles[index];
    if (index !== at && article && countOpen(session, article) > 0) return index;
  }
  return null;
}

/** How many claims have an answer now that had none when their article came, less the reverse. */
export function countGained(session: Session): number {
  const claims = session.articles.flatMap((article) => article.claims);
  return claims.filter((claim) => session.answers.has(claim.id)).length - countGiven(claims);
}

const countGiven = (claims: readonly Claim[]): number =>
  claims.filter((claim) => claim.annotation !== null).length;

const only = (session: Session): Update => ({ session, saves: [] });

const atSource = (session: Session): Session => ({ ...session, step: "source", choice: null });

function addArticles(
  session: Session,
  { articles, unsent }: Extract<Action, { type: "articles" }>,
  now: number,
): Session {
  const known = new Set(session.articles.map((article) => article.id));
  const fresh = articles.filter((article) => !known.has(article.id));
  const answers = new Map(session.answers);
  for (const { id, annotation } of fresh.flatMap((article) => article.claims)) {
    if (annotation) answers.set(id, answerFrom(annotation));
  }
  const added = new Set(fresh.flatMap((article) => article.claims.map((claim) => claim.id)));
  for (const { claim, answer } of unsent) {
    if (!added.has(claim)) continue;
    if (answer) answers.set(claim, answer);
    else answers.delete(claim);
  }
  const next = { ...session, articles: [...session.articles, ...fresh], answers };
  if (session.at >= 0) return next;
  return openArticle(next, nextOpenArticle(next) ?? 0, now);
}

function openArticle(session: Session, index: number, now: number): Session {
  const article = session.articles[index];
  if (!article) return session;
  return toNextOpen({ ...session, at: index, current: -1, outcome: null }, now);
}

/** Go to the next open claim, round the end if need be; where there is none, be finished. */
function toNextOpen(session: Session, now: number): Session {
  const claims = articleOf(session)?.claims ?? [];
  const from = session.current;
  const order = [...claims.keys()].map((step) => (from + 1 + step) % claims.length);
  const next = order.find((index) => !session.answers.has(claims[index]?.id ?? -1));
  if (next === undefined) {
    return { ...session, current: Math.max(from, 0), step: "finished", choice: null };
  }
  return atSource({ ...session, current: next, shownAt: now });
}

function goTo(session: Session, to: number, now: number): Session {
  const claims = articleOf(session)?.claims ?? [];
  if (!claims[to] || (to === session.current && session.step !== "finished")) return session;
  return atSource({ ...session, current: to, shownAt: now });
}

function stepBy(session: Session, by: 1 | -1, now: number): Session {
  if (session.step === "finished") return goTo(session, session.current, now);
  return goTo(session, session.current + by, now);
}

function chooseSource(session: Session, key: string): Session {
  if (session.step === "finished") return session;
  return { ...session, step: "confidence", choice: key };
}

function chooseConfidence(session: Session, value: number, now: number): Update {
  if (session.step !== "confidence") return only(session);
  const given = { source_type: session.choice, confidence: value, skipped: false };
  return answerCurrent(session, given, now);
}

function skip(session: Session, now: number): Update {
  if (session.step === "finished") return only(session);
  return answerCurrent(session, { source_type: null, confidence: null, skipped: true }, now);
}

function answerCurrent(
  session: Session,
  given: Pick<Answer, "source_type" | "confidence" | "skipped">,
  now: number,
): Update {
  const claim = claimOf(session);
  if (!claim) return only(session);
  const { flags, note: text } = draftOf(session, claim);
  const seconds = Math.round((now - session.shownAt) / 100) / 10;
  const answer: Answer = {
    ...given,
    skip_reason: "",
    flags,
    note: text,
    seconds: Math.min(Math.max(seconds, 0), LONGEST_SECONDS),
  };
  const saved = give(session, claim, answer, "answered");
  return { ...saved, session: toNextOpen(saved.session, now) };
}

function give(session: Session, claim: Claim, answer: Answer, kind: Outcome["kind"]): Update {
  const before = session.answers.get(claim.id) ?? null;
  return {
    session: {
      ...session,
      answers: withAnswer(session.answers, { claim: claim.id, answer }),
      done: [...session.done, { claim: claim.id, before }],
      outcome: { kind, claim, answer },
    },
    saves: [{ claim: claim.id, answer, quote: claim.quote }],
  };
}

function flag(session: Session): Update {
  const claim = claimOf(session);
  if (!claim || session.step === "finished") return only(session);
  const { flags, note: text } = draftOf(session, claim);
  const isSet = flags.includes("flagged");
  const next: Flag[] = isSet ? flags.filter((one) => one !== "flagged") : [...flags, "flagged"];
  return amend(session, claim, { flags: next, note: text }, isSet ? "unflagged" : "flagged");
}

function note(session: Session, draft: Draft): Update {
  const claim = claimOf(session);
  return claim ? amend(session, claim, draft, "noted") : only(session);
}

/** Change what goes with an answer: at once if there is one, else when it is given. */
function amend(session: Session, claim: Claim, draft: Draft, kind: Outcome["kind"]): Update {
  const answer = session.answers.get(claim.id);
  if (answer) return give(session, claim, { ...answer, ...draft }, kind);
  const drafts = new Map(session.drafts).set(claim.id, draft);
  return only({ ...session, drafts, outcome: { kind, claim, answer: null } });
}

/** Take back the last thing done: the choice of a source type, else the last save. */
function undo(session: Session, now: number): Update {
  if (session.step === "confidence") return only(atSource(session));
  const last = session.done.at(-1);
  if (!last) return only(session);
  const at = session.articles.findIndex((article) =>
    article.claims.some((claim) => claim.id === last.claim),
  );
  const current = session.articles[at]?.claims.findIndex(({ id }) => id === last.claim) ?? -1;
  const claim = session.articles[at]?.claims[current];
  if (!claim) return only(session);
  return {
    session: atSource({
      ...session,
      at,
      current,
      answers: withAnswer(session.answers, { claim: claim.id, answer: last.before }),
      drafts: new Map(session.drafts).set(claim.id, draftOf(session, claim)),
      done: session.done.slice(0, -1),
      outcome: { kind: "undone", claim, answer: last.before },
      shownAt: now,
    }),
    saves: [{ claim: claim.id, answer: last.before, quote: claim.quote }],
  };
}

function withAnswer(
  answers: ReadonlyMap<number, Answer>,
  { claim, answer }: { claim: number; answer: Answer | null },
): ReadonlyMap<number, Answer> {
  const next = new Map(answers);
  if (answer) next.set(claim, answer);
  else next.delete(claim);
  return next;
}
