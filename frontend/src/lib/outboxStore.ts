import { apply, type Change, type Kept, NOTHING } from "./outboxRules";

/** Where entries wait. One that outlives the page makes the outbox durable. */
export interface OutboxStore<Payload, Current> {
  /** Make the changes, all or none, and give what is kept then, by this tab or another. */
  write(changes: readonly Change<Payload, Current>[]): Promise<Kept<Payload, Current>>;
  /** Call `listener` when what was kept may be gone. */
  onLost(listener: () => void): void;
  close(): void;
}

/** Keeps entries as long as the page lives. */
export class MemoryStore<Payload, Current> implements OutboxStore<Payload, Current> {
  #kept: Kept<Payload, Current> = NOTHING;

  async write(changes: readonly Change<Payload, Current>[]): Promise<Kept<Payload, Current>> {
    this.#kept = changes.reduce(apply<Payload, Current>, this.#kept);
    return this.#kept;
  }

  onLost(_listener: () => void): void {}

  close(): void {}
}
