import { IdbStore } from "@/lib/idb";
import { type Entry, Outbox, type OutboxPhase } from "@/lib/outbox";
import { BrowserTabs } from "@/lib/outboxTabs";
import type { AnswerOutbox, Save } from "./saves";
import { isPageOf } from "./sender";
import { judge, notTheirs, sendSaves } from "./sending";
import { onSignedInAgain } from "./session";
import type { Annotation } from "./types";

export {
  type Answer,
  type AnswerOutbox,
  type AnswerState,
  answerFrom,
  isConflict,
  isShutOut,
  type RefusedSave,
  type Save,
  type Span,
} from "./saves";

const outboxes = new Map<number, AnswerOutbox>();

/**
 * The outbox of a user: there is one, whatever screen is shown, so nothing is lost on the way.
 *
 * Its name holds the user's id: who signs in next on this device neither sees nor sends it.
 */
export function outboxOf(userId: number): AnswerOutbox {
  const known = outboxes.get(userId);
  if (known) return known;
  const latest = new Map<number, number>();
  const name = `onrecord-answers-${userId}`;
  const made: AnswerOutbox = new Outbox<Save, Annotation>({
    store: new IdbStore(name),
    tabs: new BrowserTabs(name),
    send: async (batch) => {
      // Somebody else may have signed in on this page since: that is not who gave these answers.
      if (!isPageOf(userId)) throw notTheirs();
      return sendSaves(batch, made.getState().refused);
    },
    judge,
    onTakenElsewhere: (entry) => tellSavedElsewhere(latest, entry),
  });
  made.subscribe(() => noteLatest(latest, made.getState().pending));
  outboxes.set(userId, made);
  keepAwake(userId, made);
  return made;
}

/** Give how many answers of a user have not reached the server, those refused included. */
export async function countUnsent(userId: number): Promise<number> {
  const outbox = outboxOf(userId);
  await outbox.ready;
  const { pending, refused } = outbox.getState();
  return pending.length + refused.length;
}

/** Lose for good what a user has not sent. */
export async function discardUnsent(userId: number): Promise<void> {
  const outbox = outboxOf(userId);
  const { pending, refused } = outbox.getState();
  await outbox.dismiss(...[...pending, ...refused].map(({ id }) => id));
}

/** Send no more of a user who signs out; what is unsent stays on the device for the next time. */
export function dropOutbox(userId: number): void {
  outboxes.get(userId)?.stop();
  outboxes.delete(userId);
}

type SavedListener = (save: Save, clientId: string) => void;

const savedListeners = new Set<SavedListener>();

/** Call `listener` with every answer that was given in another tab and is saved now. */
export function onSavedElsewhere(listener: SavedListener): () => void {
  savedListeners.add(listener);
  return () => {
    savedListeners.delete(listener);
  };
}

/** Note when the last answer known here was given, claim by claim. */
function noteLatest(latest: Map<number, number>, pending: readonly Entry<Save>[]): void {
  for (const { payload } of pending) {
    latest.set(payload.claim, Math.max(payload.at, latest.get(payload.claim) ?? 0));
  }
}

function tellSavedElsewhere(
  latest: ReadonlyMap<number, number>,
  { id, payload }: Entry<Save>,
): void {
  // The claim may have been answered anew here, meanwhile or in the same batch.
  if (payload.at < (latest.get(payload.claim) ?? 0)) return;
  for (const listener of savedListeners) listener(payload, id);
}

function keepAwake(userId: number, outbox: AnswerOutbox): void {
  const isInUse = () => outbox === outboxes.get(userId);
  const wake = () => {
    if (isInUse()) outbox.wake();
  };
  window.addEventListener("online", wake);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") wake();
    else if (isInUse()) outbox.hurry();
  });
  onSignedInAgain(wake);
  window.addEventListener("beforeunload", (event) => {
    if (isInUse() && !outbox.isSafe) event.preventDefault();
  });
  askToPersist(outbox);
}

const KEPT_BACK: ReadonlySet<OutboxPhase> = new Set(["waiting", "offline", "signed_out"]);

/**
 * Ask that the browser does not clear the device, once answers really wait on it: some browsers
 * ask the person then, who should not meet that with the first answer.
 */
function askToPersist(outbox: AnswerOutbox): void {
  const forget = outbox.subscribe(() => {
    const { phase, refused } = outbox.getState();
    if (!KEPT_BACK.has(phase) && refused.length === 0) return;
    forget();
    void navigator.storage?.persist?.().catch(() => undefined);
  });
}
