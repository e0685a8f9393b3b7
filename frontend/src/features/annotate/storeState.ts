import type { Heartbeat } from "@/api/types";
import { EMPTY, type Session } from "./state";

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
};

export const BEGINNING: AnnotateState = {
  session: EMPTY,
  queue: "loading",
  failure: null,
  atEnd: false,
  isLooking: false,
  beat: null,
};

/** Whether somebody is still where they were before. */
export function isSamePlace(before: AnnotateState, now: AnnotateState): boolean {
  const [{ at, current, step }, here] = [before.session, now.session];
  const isThere = here.at === at && here.current === current && here.step === step;
  return isThere && before.atEnd === now.atEnd;
}
