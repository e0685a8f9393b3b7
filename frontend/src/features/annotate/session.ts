import type { Answer } from "@/api/answers";
import type { Span } from "@/lib/offsets";
import {
  accept,
  adjust,
  chooseConfidence,
  chooseSource,
  flag,
  keepSpans,
  note,
  openSkip,
  setSpan,
  skip,
  turnTo,
} from "./answering";
import {
  type Arrival,
  addArticles,
  advance,
  atSource,
  extend,
  goTo,
  openArticle,
  stepBy,
  toggle,
  withHeld,
} from "./moving";
import { type Draft, type PastEvent, type ProposalEvent, stacksOf } from "./stacks";
import {
  type Clock,
  claimOf,
  only,
  type Part,
  type Session,
  type Update,
  withAnswer,
  withOutcome,
} from "./state";
import {
  type Direction,
  type Elsewhere,
  type Proposed,
  revert,
  withElsewhere,
  withoutProposal,
  withoutRefused,
  withProposal,
} from "./undoing";

export type { Draft } from "./stacks";
export type { Outcome, Session } from "./state";

export type Action =
  | ({ readonly type: "articles" } & Arrival)
  | { readonly type: "past"; readonly past: readonly PastEvent[] }
  | { readonly type: "elsewhere"; readonly made: readonly Elsewhere[] }
  | { readonly type: "refused"; readonly ids: ReadonlySet<string> }
  | {
      readonly type: "reset";
      readonly claim: number;
      readonly answer: Answer | null;
      readonly head: string | null;
    }
  | { readonly type: "drafts"; readonly drafts: ReadonlyMap<number, Draft> }
  | { readonly type: "held"; readonly held: readonly { article: number; state: string }[] }
  | ({ readonly type: "proposal" } & Proposed)
  | { readonly type: "too_late"; readonly event: ProposalEvent }
  | { readonly type: "advances"; readonly isOn: boolean }
  | { readonly type: "source"; readonly key: string }
  | { readonly type: "accept" }
  | { readonly type: "confidence"; readonly value: number }
  | { readonly type: "open_skip" }
  | { readonly type: "skip"; readonly reason: string }
  | { readonly type: "back" }
  | { readonly type: "advance" }
  | { readonly type: "flag" }
  | { readonly type: "note"; readonly draft: Pick<Draft, "flags" | "note"> }
  | { readonly type: "adjust"; readonly part: Part }
  | { readonly type: "adjust_part"; readonly part: Part }
  | { readonly type: "span"; readonly span: Span | null }
  | { readonly type: "keep_spans" }
  | { readonly type: Direction }
  | { readonly type: "out_of_reach" }
  | { readonly type: "go"; readonly to: number }
  | { readonly type: "step"; readonly by: 1 | -1 }
  | { readonly type: "open"; readonly article: number }
  | { readonly type: "toggle"; readonly claim: number }
  | { readonly type: "extend"; readonly by: 1 | -1 };

/** Say what follows from an action; `clock` tells how long a claim was attended to. */
export function update(session: Session, action: Action, clock: Clock): Update {
  switch (action.type) {
    case "confidence":
      return chooseConfidence(session, action.value, clock);
    case "skip":
      return skip(session, action.reason, clock);
    case "flag":
      return flag(session);
    case "note":
      return note(session, action.draft);
    case "keep_spans":
      return keepSpans(session);
    case "undo":
    case "redo":
      return revert(session, action.type);
    default:
      return only(change(session, action));
  }
}

type Saving = { readonly type: "confidence" | "skip" | "flag" | "note" | "keep_spans" | Direction };

/** Say what follows from an action that saves nothing. */
function change(session: Session, action: Exclude<Action, Saving>): Session {
  switch (action.type) {
    case "articles":
      return addArticles(session, action);
    case "past":
      return { ...session, past: action.past, stacks: stacksOf(action.past) };
    case "elsewhere":
      return withElsewhere(session, action.made);
    case "refused":
      return withoutRefused(session, action.ids);
    case "reset":
      return reset(session, action);
    case "drafts":
      return { ...session, drafts: new Map([...action.drafts, ...session.drafts]) };
    case "held":
      return withHeld(session, action.held);
    case "proposal":
      return withProposal(session, action);
    case "too_late":
      return withoutProposal(session, action.event);
    case "advances":
      return { ...session, advances: action.isOn };
    case "out_of_reach":
      return outOfReach(session);
    case "source":
      return chooseSource(session, action.key);
    case "accept":
      return accept(session);
    case "open_skip":
      return openSkip(session);
    case "back":
      return back(session);
    case "advance":
      return advance(session);
    case "adjust":
      return adjust(session, action.part);
    case "adjust_part":
      return turnTo(session, action.part);
    case "span":
      return setSpan(session, action.span);
    case "go":
      return goTo(session, action.to);
    case "step":
      return stepBy(session, action.by);
    case "open":
      return openArticle(session, action.article);
    case "toggle":
      return toggle(session, action.claim);
    case "extend":
      return extend(session, action.by);
  }
}

/** Leave what is innermost: the adjusting, the step, the selection. */
function back(session: Session): Session {
  if (session.adjusting) return { ...session, adjusting: null };
  if (session.step === "confidence" || session.step === "skip") return atSource(session);
  return session.selection.size > 0 ? { ...session, selection: new Set() } : session;
}

function reset(
  session: Session,
  { claim, answer, head }: Extract<Action, { type: "reset" }>,
): Session {
  const heads = new Map(session.heads);
  if (head) heads.set(claim, head);
  else heads.delete(claim);
  const instead = new Map(session.instead);
  instead.delete(claim);
  return { ...session, heads, instead, answers: withAnswer(session.answers, claim, answer) };
}

function outOfReach(session: Session): Session {
  const claim = claimOf(session);
  return claim ? withOutcome(session, { kind: "out_of_reach", claim, answer: null }) : session;
}
