import type { Answer, Save } from "@/api/answers";
import type { Entry } from "@/lib/outbox";
import { saveOf, setDraft } from "./answering";
import { atSource, goToClaim, withUnsent } from "./moving";
import { type Act, type PastEvent, type ProposalEvent, replay, stacksOf } from "./stacks";
import {
  type Asked,
  claimOf,
  draftOf,
  findClaim,
  type OutcomeKind,
  only,
  type Session,
  type Update,
  withAnswer,
  withOutcome,
} from "./state";

export type Direction = "undo" | "redo";

/** Take back the last thing done, or what was taken back last; first what is not given yet. */
export function revert(session: Session, direction: Direction): Update {
  if (session.adjusting) return only({ ...session, adjusting: null });
  if (direction === "undo" && isHalfWay(session)) return only(atSource(session));
  const act = session.stacks[direction].at(-1);
  if (act) return revertAct(session, act, direction);
  const claim = claimOf(session);
  const kind = direction === "undo" ? "nothing_to_undo" : "nothing_to_redo";
  return claim ? only(withOutcome(session, { kind, claim, answer: null })) : only(session);
}

/** Whether there is something not given yet, which undo takes back before all else. */
function isHalfWay({ adjusting, step }: Session): boolean {
  return adjusting !== null || step === "confidence" || step === "skip";
}

/** Whether what is not given yet is all that is taken back. */
function isOfStep(session: Session, direction: Direction): boolean {
  return direction === "undo" ? isHalfWay(session) : session.adjusting !== null;
}

/** Give the articles that have to be there before an act can be taken back. */
export function articlesNeeded(session: Session, direction: Direction): readonly number[] {
  if (isOfStep(session, direction)) return [];
  const act = session.stacks[direction].at(-1) ?? [];
  const missing = act.filter(({ claim }) => !findClaim(session, claim));
  return [...new Set(missing.map(({ article }) => article))];
}

function revertAct(session: Session, act: Act, direction: Direction): Update {
  const found = act.map((event) => findClaim(session, event.claim)?.claim);
  const claim = found.find((one) => one !== undefined);
  if (!claim) return only(withoutLast(session, direction));
  let next: Session = { ...goToClaim(session, claim.id), selection: new Set() };
  const saves: Asked[] = [];
  for (const event of act) {
    if (event.kind === "draft") next = setDraft(next, event.claim, event.before, event.id);
    else if (event.kind === "answer") {
      saves.push(...savesBack(next, event));
      next = takenBack(next, event);
    }
  }
  const answer = next.answers.get(claim.id) ?? null;
  const kind = direction === "undo" ? "undone" : "redone";
  const change = { before: draftOf(session, claim), after: draftOf(next, claim) };
  return { session: withOutcome(next, { kind, claim, answer, change, count: act.length }), saves };
}

/** Whether all is here that the next act needs to be taken back. */
export function isHere(session: Session, direction: Direction): boolean {
  if (isOfStep(session, direction)) return true;
  const isKnown = session.stacks[direction].length > 0 && !proposalNext(session, direction);
  return isKnown && articlesNeeded(session, direction).length === 0;
}

/** Give the proposal that is next to be taken back, or to be made again. */
export function proposalNext(session: Session, direction: Direction): ProposalEvent | null {
  const event = session.stacks[direction].at(-1)?.[0];
  return event?.kind === "proposal" ? event : null;
}

export type Proposed = Omit<ProposalEvent, "kind" | "group">;

/** Note that something was proposed, or that a proposal was taken back. */
export function withProposal(session: Session, proposed: Proposed): Session {
  const { id, claim, article, before, after, reverts } = proposed;
  const event = { kind: "proposal", id, claim, article, before, after, reverts } as const;
  const act = [{ ...event, group: null }];
  const articles = session.articles.map((one) => {
    const others = one.proposals.filter((other) => other.id !== before?.id);
    return one.id === article ? { ...one, proposals: [...others, ...(after ? [after] : [])] } : one;
  });
  const past = [...session.past, ...act];
  const noted = { ...session, articles, past, stacks: replay(session.stacks, act) };
  const kind = after ? "proposed" : "unproposed";
  return withProposalOutcome(reverts === null ? noted : goToClaim(noted, claim), claim, kind);
}

/** Forget a change of a proposal that the server lets nobody take back any more. */
export function withoutProposal(session: Session, { id, claim }: ProposalEvent): Session {
  const past = session.past.filter((event) => event.id !== id);
  return withProposalOutcome({ ...session, past, stacks: stacksOf(past) }, claim, "too_late");
}

function withProposalOutcome(session: Session, id: number, kind: OutcomeKind): Session {
  const found = findClaim(session, id);
  return found ? withOutcome(session, { kind, claim: found.claim, answer: null }) : session;
}

/** Pass over an act on claims that a lead has replaced since: nothing else would be undone ever. */
function withoutLast(session: Session, direction: Direction): Session {
  const acts = session.stacks[direction].slice(0, -1);
  return { ...session, stacks: { ...session.stacks, [direction]: acts } };
}

function savesBack(session: Session, event: PastEvent & { kind: "answer" }): Asked[] {
  const found = findClaim(session, event.claim);
  if (!found) return [];
  const { tips } = session.stacks;
  const known = session.heads.get(event.claim) ?? null;
  // If something else changed it since, this must end as a conflict, not go over it.
  const replaces = tips.has(event.claim) ? (tips.get(event.claim) ?? null) : known;
  const save = saveOf(session, found.claim, event.before);
  return [{ ...save, article: event.article, replaces, reverts: event.id }];
}

function takenBack(session: Session, { claim, before }: PastEvent & { kind: "answer" }): Session {
  const found = findClaim(session, claim);
  const answers = withAnswer(session.answers, claim, before);
  if (before || !found) return { ...session, answers };
  // What was noted with the answer stays for the next one.
  const { flags, note, source, cue } = draftOf(session, found.claim);
  const drafts = new Map(session.drafts).set(claim, { flags, note, source, cue });
  return { ...session, answers, drafts };
}

export function eventOf({ id, payload }: Entry<Save>, before: Answer | null): PastEvent {
  const { claim, article, group, reverts, answer } = payload;
  return { kind: "answer", id, claim, article, group, reverts, before, after: answer };
}

/** Keep in mind the saves that the last action asked for, now that they have their ids. */
export function noteSent(
  before: Session,
  session: Session,
  entries: readonly Entry<Save>[],
): Session {
  if (entries.length === 0) return session;
  const act = entries.map((entry) => eventOf(entry, saidBefore(before, entry.payload.claim)));
  const heads = new Map(session.heads);
  const instead = new Map(session.instead);
  for (const { id, payload } of entries) {
    if (payload.answer) heads.set(payload.claim, id);
    else heads.delete(payload.claim);
    instead.delete(payload.claim);
  }
  return {
    ...session,
    heads,
    instead,
    past: [...session.past, ...act],
    stacks: replay(session.stacks, act),
  };
}

/** Give what undo brings back after the next save: an answer that was refused has never been. */
function saidBefore({ answers, instead }: Session, claim: number): Answer | null {
  return instead.get(claim) ?? (instead.has(claim) ? null : (answers.get(claim) ?? null));
}

export type Elsewhere = { readonly entry: Entry<Save>; readonly before: Answer | null | undefined };

/** Take over saves that another part of the page, or another page, has made. */
export function withElsewhere(session: Session, made: readonly Elsewhere[]): Session {
  const ids = new Set(made.map(({ entry }) => entry.id));
  const past = session.past.filter(({ id }) => !ids.has(id));
  let next = session;
  for (const { entry, before } of made) {
    const { claim } = entry.payload;
    past.push(eventOf(entry, before === undefined ? saidBefore(next, claim) : before));
    const instead = new Map(next.instead);
    instead.delete(claim);
    next = withUnsent({ ...next, instead }, [entry]);
  }
  return { ...next, past, stacks: stacksOf(past) };
}

/** Forget saves that the server would not take; undo goes back past them. */
export function withoutRefused(session: Session, ids: ReadonlySet<string>): Session {
  const instead = new Map<number, Answer | null>();
  const past = session.past.flatMap((event): PastEvent[] => {
    const { kind, id, claim } = event;
    if (kind !== "answer") return [event];
    if (ids.has(id)) {
      if (!instead.has(claim)) instead.set(claim, event.before);
      return [];
    }
    if (!instead.has(claim)) return [event];
    const before = instead.get(claim) ?? null;
    instead.delete(claim);
    return [{ ...event, before }];
  });
  if (past.length === session.past.length) return session;
  const all = new Map([...session.instead, ...instead]);
  return { ...session, past, instead: all, stacks: stacksOf(past) };
}
