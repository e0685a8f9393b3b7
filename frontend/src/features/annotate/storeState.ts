import type { AnswerOutbox } from "@/api/answers";
import type { KeptArticles } from "@/api/keptData";
import type { Article, Heartbeat, Proposal } from "@/api/types";
import type { Attention } from "@/lib/attention";
import type { Place } from "./moving";
import type { PastEvent, ProposalEvent } from "./stacks";
import { EMPTY, type Session } from "./state";

/** What a store does its work with. */
export type Options = {
  outbox: AnswerOutbox;
  attention: Attention;
  fetchQueue: (limit: number) => Promise<readonly Article[]>;
  fetchArticle: (id: number) => Promise<Article>;
  /** Give the articles that the device has kept; null where it has none. */
  readKept: () => Promise<KeptArticles | null>;
  /** Give this person's last changes in the project, the oldest first. */
  fetchHistory: () => Promise<readonly PastEvent[]>;
  /** Bring back what was before a change of a proposal: give what there is then. */
  revertProposal: (event: ProposalEvent) => Promise<Proposal | null>;
  /** Where the person was when they left. */
  place?: Place | null;
  /** The newest revision of the guidelines that they have been shown. */
  shown: number;
};

/** The last heartbeat's answer, and what was counted here when it came. */
export type Beat = Heartbeat & { readonly gained: number; readonly unsent: number };

export type AnnotateState = {
  readonly session: Session;
  readonly queue: "loading" | "ready" | "failed";
  /** Why the queue could not be read, in the server's words. */
  readonly failure: string | null;
  /** The annotator asked for more and there is nothing. */
  readonly atEnd: boolean;
  /** The annotator asked for more and it is on its way. */
  readonly isLooking: boolean;
  readonly beat: Beat | null;
  /** The newest revision of the guidelines that was shown: answers are given under it. */
  readonly shown: number;
};

export const BEGINNING: AnnotateState = {
  session: EMPTY,
  queue: "loading",
  failure: null,
  atEnd: false,
  isLooking: false,
  beat: null,
  shown: 0,
};

/** Whether somebody is still where they were before. */
export function isSamePlace(before: AnnotateState, now: AnnotateState): boolean {
  const [{ at, current, step }, here] = [before.session, now.session];
  const isThere = here.at === at && here.current === current && here.step === step;
  return isThere && before.atEnd === now.atEnd;
}
