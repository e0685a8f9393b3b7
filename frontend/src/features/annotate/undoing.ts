import { type Answer, answerFrom, type Save } from "@/api/answers";
import type { Entry } from "@/lib/outbox";
import { saveOf, setDraft } from "./answering";
import { atSource, goToClaim, withUnsent } from "./moving";
import { type Act, type PastEvent, replay, stacksOf } from "./stacks";
import {
  type Asked,
  claimOf,
  draftOf,
  findClaim,
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
export function isHalfWay({ adjusting, step }: Session): boolean {
  return adjusting !== null || step === "confidence" || step === "skip";
}

/** Give the articles that have to be there before an act can be taken back. */
export function articlesNeeded(session: Session, direction: Direction): readonly number[] {
  if (isHalfWay(session)) return [];
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
    else {
      saves.push(...savesBack(next, event));
      next = takenBack(next, event);
    }
  }
  const answer = next.answers.get(claim.id) ?? null;
  const kind = direction === "undo" ? "undone" : "redone";
  return { session: withOutcome(next, { kind, claim, answer, count: act.length }), saves };
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

/** Take in what the server has of this person's changes, the oldest first, before our own. */
export function withHistory(
  session: Session,
  events: readonly PastEvent[],
  unsent: readonly Entry<Save>[],
): Session {
  const known = new Set(events.map(({ id }) => id));
  for (const { id } of session.past) known.add(id);
  const waiting = unsent.filter(({ id }) => !known.has(id));
  const ours = session.past.filter(({ id }) => !events.some((event) => event.id === id));
  const past = [...events, ...waitingEvents(session, events, waiting), ...ours];
  return { ...session, past, stacks: stacksOf(past) };
}

/** Give the events that unsent saves will be, where it is known what they change. */
function waitingEvents(
  session: Session,
  events: readonly PastEvent[],
  entries: readonly Entry<Save>[],
): PastEvent[] {
  const last = new Map<number, Answer | null>();
  for (const event of events) if (event.kind === "answer") last.set(event.claim, event.after);
  return entries.flatMap((entry) => {
    const { claim } = entry.payload;
    const given = findClaim(session, claim)?.claim.annotation;
    const before = last.has(claim) ? last.get(claim) : given && answerFrom(given);
    last.set(claim, entry.payload.answer);
    return before === undefined ? [] : [eventOf(entry, before)];
  });
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
  const act = entries.map((entry) =>
    eventOf(entry, before.answers.get(entry.payload.claim) ?? null),
  );
  const heads = new Map(session.heads);
  for (const { id, payload } of entries) {
    if (payload.answer) heads.set(payload.claim, id);
    else heads.delete(payload.claim);
  }
  return {
    ...session,
    heads,
    past: [...session.past, ...act],
    stacks: replay(session.stacks, act),
  };
}

export type Elsewhere = { readonly entry: Entry<Save>; readonly before: Answer | null | undefined };

/** Take over saves that another part of the page, or another page, has made. */
export function withElsewhere(session: Session, made: readonly Elsewhere[]): Session {
  const past = [...session.past];
  let next = session;
  for (const { entry, before } of made) {
    const known = before === undefined ? next.answers.get(entry.payload.claim) : before;
    past.push(eventOf(entry, known ?? null));
    next = withUnsent(next, [entry]);
  }
  return { ...next, past, stacks: stacksOf(past) };
}

/** Forget saves that the server would not take. */
export function withoutRefused(session: Session, ids: ReadonlySet<string>): Session {
  const past = session.past.filter(({ id }) => !ids.has(id));
  return past.length === session.past.length
    ? session
    : { ...session, past, stacks: stacksOf(past) };
}
