import {
  type Answer,
  type AnswerOutbox,
  answerFrom,
  isConflict,
  type RefusedSave,
  type Save,
} from "@/api/answers";
import type { Entry } from "@/lib/outbox";
import type { Action } from "./session";

/**
 * Keeps the session in step with the outbox: with saves that another part of the page puts in (a
 * conflict settled, a refused answer sent again) or another page, and with those that are refused.
 */
export class Follower {
  readonly #outbox: AnswerOutbox;
  readonly #dispatch: (action: Action) => void;
  readonly #known = new Set<string>();
  /** What the server has of claims whose saves it refused. */
  readonly #theirs = new Map<number, Answer | null>();
  #isSending = false;
  #stop: (() => void) | null = null;

  constructor(outbox: AnswerOutbox, dispatch: (action: Action) => void) {
    this.#outbox = outbox;
    this.#dispatch = dispatch;
  }

  /** Put saves in that the session knows of. */
  send(saves: readonly Save[]): readonly Entry<Save>[] {
    if (saves.length === 0) return [];
    this.#isSending = true;
    const entries = this.#outbox.addAll(saves);
    this.#isSending = false;
    for (const { id } of entries) this.#known.add(id);
    return entries;
  }

  /** Follow from now on; give what was waiting before. */
  begin(): readonly Entry<Save>[] {
    const { pending, refused } = this.#outbox.getState();
    if (!this.#stop) {
      for (const { id } of pending) this.#known.add(id);
      this.#noteTheirs(refused);
      this.#stop = this.#outbox.subscribe(this.#follow);
    }
    return pending;
  }

  /** The outbox outlives whoever follows it. */
  end(): void {
    this.#stop?.();
    this.#stop = null;
  }

  /** Take over a save that another page has made. */
  takeOver(entry: Entry<Save>): void {
    if (this.#known.has(entry.id)) return;
    this.#known.add(entry.id);
    this.#dispatch({ type: "elsewhere", made: [{ entry, before: undefined }] });
  }

  readonly #follow = (): void => {
    if (this.#isSending) return;
    const { pending, refused } = this.#outbox.getState();
    const ids = refused.map(({ id }) => id).filter((id) => this.#known.delete(id));
    this.#noteTheirs(refused);
    if (ids.length > 0) this.#dispatch({ type: "refused", ids: new Set(ids) });
    const fresh = this.#freshIn(pending);
    if (fresh.length === 0) return;
    for (const { id } of fresh) this.#known.add(id);
    const made = fresh.map((entry) => ({ entry, before: this.#takeTheirs(entry.payload.claim) }));
    this.#dispatch({ type: "elsewhere", made });
  };

  /** Give what is new, and what waits behind that for the same claim: it still holds. */
  #freshIn(pending: readonly Entry<Save>[]): readonly Entry<Save>[] {
    const claims = new Set<number>();
    return pending.filter(({ id, payload }) => {
      if (!this.#known.has(id)) claims.add(payload.claim);
      return claims.has(payload.claim);
    });
  }

  #noteTheirs(refused: readonly RefusedSave[]): void {
    for (const refusal of refused.filter(isConflict)) {
      const { payload, current } = refusal;
      this.#theirs.set(payload.claim, current && answerFrom(current));
    }
  }

  #takeTheirs(claim: number): Answer | null | undefined {
    const theirs = this.#theirs.get(claim);
    this.#theirs.delete(claim);
    return theirs;
  }
}
