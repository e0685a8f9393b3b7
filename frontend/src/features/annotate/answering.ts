import type { Answer } from "@/api/answers";
import type { Claim, Flag } from "@/api/types";
import type { Span } from "@/lib/offsets";
import { atSource, targetsOf, toNextOpen } from "./moving";
import { type Draft, replay } from "./stacks";
import {
  type Asked,
  articleOf,
  type Clock,
  claimOf,
  draftOf,
  only,
  type Part,
  type Session,
  spansOf,
  suggestionOf,
  type Update,
  withAnswer,
  withOutcome,
} from "./state";

const LONGEST_SECONDS = 24 * 3600;

type Given = Pick<Answer, "source_type" | "confidence" | "skipped" | "skip_reason">;

export function chooseSource(session: Session, key: string): Session {
  if (session.step === "finished") return session;
  return { ...session, step: "confidence", choice: key, isAccepting: false };
}

/** Take the suggested type and, with it, the suggested words. */
export function accept(session: Session): Session {
  const claim = claimOf(session);
  const suggestion = claim && suggestionOf(session, claim);
  if (!suggestion || session.selection.size > 0) return session;
  const chosen = chooseSource(session, suggestion.source_type);
  return chosen === session ? session : { ...chosen, isAccepting: true };
}

export function chooseConfidence(session: Session, value: number, clock: Clock): Update {
  if (session.step !== "confidence") return only(session);
  const given = { source_type: session.choice, confidence: value };
  return answer(session, { ...given, skipped: false, skip_reason: "" }, clock);
}

export function openSkip(session: Session): Session {
  return session.step === "finished" ? session : { ...atSource(session), step: "skip" };
}

export function skip(session: Session, reason: string, clock: Clock): Update {
  if (session.step !== "skip") return only(session);
  const given = { source_type: null, confidence: null, skipped: true, skip_reason: reason };
  return answer(session, given, clock);
}

function answer(session: Session, given: Given, clock: Clock): Update {
  const claims = targetsOf(session);
  const [first] = claims;
  if (!first) return only(session);
  // Several answered at once share the time that was spent on them.
  const spent = claims.reduce((sum, { id }) => sum + clock(id), 0) / claims.length;
  const seconds = Math.min(Math.max(Math.round(spent * 10) / 10, 0), LONGEST_SECONDS);
  const answers = new Map(session.answers);
  const saves = claims.map((claim): Asked => {
    const made = answerTo(session, claim, given, seconds);
    answers.set(claim.id, made);
    return saveOf(session, claim, made);
  });
  const outcome = { kind: "answered", claim: first, answer: saves[0]?.answer ?? null } as const;
  const next = withOutcome(
    { ...session, answers, selection: new Set() },
    { ...outcome, count: claims.length },
  );
  return { session: session.advances ? toNextOpen(next) : atSource(next), saves };
}

function answerTo(session: Session, claim: Claim, given: Given, seconds: number): Answer {
  const old = session.answers.get(claim.id);
  const draft = draftOf(session, claim);
  const suggestion = suggestionOf(session, claim);
  const isTaken = session.isAccepting && suggestion !== null;
  const isShown = session.seen.has(claim.id) || (old?.suggestion_shown ?? false);
  const isAccepted =
    (isTaken || old?.suggestion_accepted === true) &&
    given.source_type !== null &&
    given.source_type === suggestion?.source_type;
  return {
    ...given,
    flags: draft.flags,
    note: draft.note,
    seconds,
    source: draft.source ?? (isTaken ? suggestion.source : null),
    cue: draft.cue ?? (isTaken ? suggestion.cue : null),
    suggestion_shown: isShown,
    suggestion_accepted: isShown ? isAccepted : null,
  };
}

export function saveOf(session: Session, claim: Claim, made: Answer | null): Asked {
  return {
    claim: claim.id,
    answer: made,
    replaces: session.heads.get(claim.id) ?? null,
    reverts: null,
    quote: claim.quote,
    number: claim.number,
    article: articleOf(session)?.id ?? 0,
  };
}

export function flag(session: Session): Update {
  const claim = claimOf(session);
  if (!claim || session.step === "finished") return only(session);
  const draft = draftOf(session, claim);
  const isSet = draft.flags.includes("flagged");
  const flags: Flag[] = isSet
    ? draft.flags.filter((one) => one !== "flagged")
    : [...draft.flags, "flagged"];
  return amend(session, claim, { ...draft, flags });
}

export function note(session: Session, given: Pick<Draft, "flags" | "note">): Update {
  const claim = claimOf(session);
  if (!claim) return only(session);
  return amend(session, claim, { ...draftOf(session, claim), ...given });
}

/** Begin to adjust a span of the claim in view, or go on with the other one. */
export function adjust(session: Session, part: Part): Session {
  const claim = claimOf(session);
  if (!claim || session.step === "finished" || session.step === "skip") return session;
  const { source, cue } = spansOf(session, claim);
  return { ...session, adjusting: { part, source, cue } };
}

/** Go on with the other span; what was done to this one is not lost. */
export function turnTo(session: Session, part: Part): Session {
  const { adjusting } = session;
  return adjusting ? { ...session, adjusting: { ...adjusting, part } } : session;
}

export function setSpan(session: Session, span: Span | null): Session {
  const { adjusting } = session;
  return adjusting ? { ...session, adjusting: { ...adjusting, [adjusting.part]: span } } : session;
}

export function keepSpans(session: Session): Update {
  const claim = claimOf(session);
  const { adjusting } = session;
  if (!claim || !adjusting) return only(session);
  const { source, cue } = adjusting;
  const before = draftOf(session, claim);
  const next = { ...session, adjusting: null };
  if (isSame(before.source, source) && isSame(before.cue, cue)) return only(next);
  return amend(next, claim, { ...before, source, cue });
}

function isSame(one: Span | null, other: Span | null): boolean {
  return one?.start === other?.start && one?.end === other?.end;
}

/** Change what goes with an answer: at once if there is one, else when it is given. */
function amend(session: Session, claim: Claim, given: Draft): Update {
  const old = session.answers.get(claim.id) ?? null;
  const { flags, note, source, cue } = given;
  const draft = { flags, note, source, cue };
  const made = old && { ...old, ...draft };
  const change = { before: draftOf(session, claim), after: made ?? draft };
  const outcome = { kind: "amended", claim, answer: made, change } as const;
  if (!made) return only(withOutcome(setDraft(session, claim.id, draft, null), outcome));
  const answers = withAnswer(session.answers, claim.id, made);
  return {
    session: withOutcome({ ...session, answers }, outcome),
    saves: [saveOf(session, claim, made)],
  };
}

export function setDraft(
  session: Session,
  claim: number,
  draft: Draft,
  reverts: string | null,
): Session {
  const article = articleOf(session)?.id ?? 0;
  const {
    source = null,
    cue = null,
    flags = [],
    note: words = "",
  } = session.drafts.get(claim) ?? {};
  const before = { flags, note: words, source, cue };
  const serial = session.serial + 1;
  const id = `draft-${serial}`;
  const change = { kind: "draft", before, after: draft } as const;
  const event = { ...change, id, claim, article, group: null, reverts };
  return {
    ...session,
    serial,
    drafts: new Map(session.drafts).set(claim, draft),
    past: [...session.past, event],
    stacks: replay(session.stacks, [event]),
  };
}
