import { type Entry, MemoryStore, Outbox, type Verdict } from "@/lib/outbox";
import { ApiError, api, call } from "./client";
import { onSignedInAgain } from "./session";
import type { Annotation, Flag } from "./types";

/** What an annotator says of a claim. */
export type Answer = {
  readonly source_type: string | null;
  readonly confidence: number | null;
  readonly skipped: boolean;
  readonly skip_reason: string;
  readonly flags: readonly Flag[];
  readonly note: string;
  readonly seconds: number | null;
};

export function answerFrom(annotation: Annotation): Answer {
  const { source_type, confidence, skipped, skip_reason, flags, note, seconds } = annotation;
  return { source_type, confidence, skipped, skip_reason, flags, note, seconds };
}

/** A save on its way: an answer to a claim, or null to take the answer back. */
export type Save = {
  readonly claim: number;
  readonly answer: Answer | null;
  /** For people, should it be refused. */
  readonly quote: string;
};

export type AnswerOutbox = Outbox<Save>;

/** How long a save may take, in ms, before it is tried again; a repeat is harmless. */
const PATIENCE = 10_000;

const outboxes = new Map<number, AnswerOutbox>();

/** The outbox of a user: there is one, whatever screen is shown, so nothing is lost on the way. */
export function outboxOf(userId: number): AnswerOutbox {
  const known = outboxes.get(userId);
  if (known) return known;
  const made = new Outbox<Save>({ store: new MemoryStore(), send, judge });
  outboxes.set(userId, made);
  keepAwake(userId, made);
  return made;
}

/** Give how many answers would be lost with this page. */
export function countUnsent(userId: number): number {
  return outboxes.get(userId)?.getState().pending.length ?? 0;
}

/** Forget what a user leaves behind on signing out. */
export function dropOutbox(userId: number): void {
  outboxes.get(userId)?.stop();
  outboxes.delete(userId);
}

async function send({ id, payload }: Entry<Save>): Promise<void> {
  const path = { claim_id: payload.claim };
  const sent = { keepalive: true, signal: AbortSignal.timeout(PATIENCE) };
  if (payload.answer === null) {
    const params = { path, query: { client_id: id } };
    await call(api.DELETE("/api/v1/claims/{claim_id}/annotation/", { params, ...sent }));
    return;
  }
  const body = { client_id: id, ...payload.answer, flags: [...payload.answer.flags] };
  await call(api.PUT("/api/v1/claims/{claim_id}/annotation/", { params: { path }, body, ...sent }));
}

function judge(error: unknown): Verdict {
  if (!(error instanceof ApiError)) return { kind: "again" };
  if (error.isSignedOut) return { kind: "signed_out" };
  if (error.isTemporary) return { kind: "again", afterSeconds: error.retryAfter };
  return { kind: "refused", reason: error.message };
}

function keepAwake(userId: number, outbox: AnswerOutbox): void {
  const wake = () => outbox.wake();
  window.addEventListener("online", wake);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") wake();
  });
  onSignedInAgain(wake);
  window.addEventListener("beforeunload", (event) => {
    if (outbox === outboxes.get(userId) && outbox.getState().pending.length > 0) {
      event.preventDefault();
    }
  });
}
