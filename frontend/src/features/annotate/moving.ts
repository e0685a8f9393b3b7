import { answerFrom, type Save } from "@/api/answers";
import type { KeptAnswer } from "@/api/keptData";
import type { Article, Claim } from "@/api/types";
import type { Entry } from "@/lib/outbox";
import { articleOf, claimOf, findClaim, type Loss, nextOpenArticle, type Session } from "./state";

/** Where somebody was when they left. */
export type Place = { readonly article: number; readonly claim: number };

/** Ask the first question of the claim in view again. */
export function atSource(session: Session): Session {
  return { ...session, step: "source", choice: null, isAccepting: false, adjusting: null };
}

export type Arrival = {
  readonly articles: readonly Article[];
  readonly unsent: readonly Entry<Save>[];
  readonly place?: Place | null;
  /** What was answered since the articles were kept; only with articles that the device kept. */
  readonly kept?: readonly KeptAnswer[];
};

export function addArticles(session: Session, arrival: Arrival): Session {
  const { articles, unsent, place, kept = [] } = arrival;
  const known = new Set(session.articles.map((article) => article.id));
  const fresh = articles.filter((article) => !known.has(article.id));
  const lost = new Map(session.lost);
  for (const { id } of articles) lost.delete(id);
  const again = session.articles.map((one) => asItCame(one, articles));
  const old = new Set(session.articles.flatMap(({ claims }) => claims.map(({ id }) => id)));
  const all = [...again, ...fresh];
  const added = all.flatMap(({ claims }) => claims.filter(({ id }) => !old.has(id)));
  const given = [...added, ...toldAgain(session, articles)];
  const ids = new Set(given.map(({ id }) => id));
  const told = withUnsent(withGiven({ ...session, lost, articles: all }, given), kept);
  const next = withUnsent(
    { ...told, unsure: unsureAfter(told, arrival) },
    unsent.filter(({ payload }) => ids.has(payload.claim)),
  );
  if (session.at >= 0) return whereItWas(session, next);
  if (all.length === 0) return next;
  return (place && resume(next, place)) ?? openArticle(next, nextOpenArticle(next) ?? 0);
}

/** Give the article as it came again, if a lead has replaced claims of it or said its language. */
function asItCame(one: Article, articles: readonly Article[]): Article {
  const again = articles.find(({ id }) => id === one.id);
  if (!again) return one;
  if (idsOf(again) !== idsOf(one)) return again;
  return again.language === one.language ? one : { ...one, language: again.language };
}

const idsOf = ({ claims }: Article) => claims.map(({ id }) => id).join();

/** Give the claims that the device told of, as they came again: they were not answered here since. */
function toldAgain({ unsure, heads }: Session, articles: readonly Article[]): readonly Claim[] {
  const claims = articles.flatMap((article) => article.claims);
  return claims.filter(({ id }) => unsure.get(id) === (heads.get(id) ?? null));
}

/** A claim with an unsent answer is sure: that goes over whatever the server has. */
function unsureAfter({ unsure, heads }: Session, { articles, unsent, kept }: Arrival) {
  const next = new Map(unsure);
  const waiting = new Set(unsent.map(({ payload }) => payload.claim));
  for (const { id } of articles.flatMap(({ claims }) => claims)) {
    if (kept && !waiting.has(id)) next.set(id, heads.get(id) ?? null);
    else next.delete(id);
  }
  return next;
}

/** Stay at the claim in view, though the claims may be others; if it is gone, at its first part. */
function whereItWas(before: Session, session: Session): Session {
  const { at } = session;
  const claims = session.articles[at]?.claims ?? [];
  if (before.articles[at]?.claims === session.articles[at]?.claims) return session;
  const there = new Set(claims.map(({ id }) => id));
  const selection = new Set([...session.selection].filter((id) => there.has(id)));
  const next = { ...session, selection };
  if (session.step === "finished") return toNextOpen({ ...next, current: -1 });
  const was = claimOf(before);
  const same = claims.findIndex(({ id }) => id === was?.id);
  if (same >= 0) return { ...next, current: same };
  return arriveAt(
    next,
    at,
    Math.max(
      claims.findIndex(({ end }) => end > (was?.start ?? 0)),
      0,
    ),
  );
}

/** Take what the server has of `claims`. */
function withGiven(session: Session, claims: readonly Claim[]): Session {
  const answers = new Map(session.answers);
  const heads = new Map(session.heads);
  for (const { id, annotation } of claims) {
    answers.delete(id);
    heads.delete(id);
    if (!annotation) continue;
    answers.set(id, answerFrom(annotation));
    heads.set(id, annotation.client_id);
  }
  return { ...session, answers, heads };
}

/** Take over saves that were made elsewhere and are on their way. */
export function withUnsent(
  session: Session,
  entries: readonly Entry<Pick<Save, "claim" | "answer">>[],
): Session {
  const answers = new Map(session.answers);
  const heads = new Map(session.heads);
  for (const { id, payload } of entries) {
    if (payload.answer) {
      answers.set(payload.claim, payload.answer);
      heads.set(payload.claim, id);
    } else {
      answers.delete(payload.claim);
      heads.delete(payload.claim);
    }
  }
  return { ...session, answers, heads };
}

function resume(session: Session, { article, claim }: Place): Session | null {
  const at = session.articles.findIndex(({ id }) => id === article);
  const claims = session.articles[at]?.claims ?? [];
  const current = claims.findIndex(({ id }) => id === claim);
  if (current < 0 || claims.every(({ id }) => session.answers.has(id))) return null;
  return arriveAt(session, at, current);
}

export function openArticle(session: Session, index: number): Session {
  if (!session.articles[index]) return session;
  return toNextOpen({
    ...session,
    at: index,
    current: -1,
    outcome: null,
    selection: new Set(),
  });
}

/** Go to the next open claim, round the end if need be; where there is none, be finished. */
export function toNextOpen(session: Session): Session {
  const claims = articleOf(session)?.claims ?? [];
  const from = session.current;
  for (let step = 1; step <= claims.length; step++) {
    const index = (from + step) % claims.length;
    const claim = claims[index];
    if (claim && !session.answers.has(claim.id)) return arriveAt(session, session.at, index);
  }
  return { ...atSource(session), current: Math.max(from, 0), step: "finished" };
}

export function arriveAt(session: Session, at: number, current: number): Session {
  const article = session.articles[at];
  const claim = article?.claims[current];
  const selection = at === session.at ? session.selection : new Set<number>();
  const next = atSource({ ...session, at, current, selection });
  if (!article?.shows_suggestions || !claim?.suggestion || session.seen.has(claim.id)) return next;
  return { ...next, seen: new Set(session.seen).add(claim.id) };
}

export function goTo(session: Session, to: number): Session {
  if (!articleOf(session)?.claims[to]) return session;
  if (to === session.current && session.step !== "finished") return session;
  return { ...arriveAt(session, session.at, to), outcome: null };
}

export function goToClaim(session: Session, id: number): Session {
  const found = findClaim(session, id);
  return found ? arriveAt(session, found.at, found.index) : session;
}

export function stepBy(session: Session, by: 1 | -1): Session {
  if (session.step === "finished") return goTo(session, session.current);
  return goTo(session, session.current + by);
}

/** Go on from an answered claim to the next open one. */
export function advance(session: Session): Session {
  const claim = claimOf(session);
  if (session.step !== "source" || !claim) return session;
  return session.answers.has(claim.id) ? toNextOpen(session) : session;
}

/** Put a claim among those to be answered together, or take it out again. */
export function toggle(session: Session, id: number): Session {
  if (session.step === "finished") return session;
  const selection = new Set(session.selection);
  if (!selection.delete(id)) selection.add(id);
  return { ...session, selection };
}

/** Go on by one claim, with both in the selection; the way back takes claims out again. */
export function extend(session: Session, by: 1 | -1): Session {
  const claims = articleOf(session)?.claims ?? [];
  const from = claims[session.current];
  const to = claims[session.current + by];
  if (!from || !to || session.step === "finished") return session;
  const selection = new Set(session.selection);
  if (selection.has(from.id) && selection.has(to.id)) selection.delete(from.id);
  else selection.add(from.id).add(to.id);
  return { ...goTo(session, session.current + by), selection };
}

/** Keep in mind which articles are no longer this person's. */
export function withHeld(
  session: Session,
  held: readonly { readonly article: number; readonly state: string }[],
): Session {
  const lost = new Map(session.lost);
  for (const { article, state } of held) {
    if (isLoss(state)) lost.set(article, state);
    else lost.delete(article);
  }
  const isSame =
    lost.size === session.lost.size && [...lost].every(([id, why]) => session.lost.get(id) === why);
  return isSame ? session : { ...session, lost };
}

const isLoss = (state: string): state is Loss => state === "withdrawn" || state === "released";

/** Give the claims that an answer goes to: those selected, else the one in view. */
export function targetsOf(session: Session): readonly Claim[] {
  const claims = articleOf(session)?.claims ?? [];
  const selected = claims.filter(({ id }) => session.selection.has(id));
  const claim = claims[session.current];
  return selected.length > 0 || !claim ? selected : [claim];
}
