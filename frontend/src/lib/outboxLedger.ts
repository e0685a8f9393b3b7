import { apply, type Change, type Kept, NOTHING } from "./outboxRules";
import type { OutboxStore } from "./outboxStore";

/**
 * What an outbox keeps: a change counts at once and is written next.
 *
 * What cannot be written is kept in the page, and written with the next change that can be.
 */
export class Ledger<Payload, Current> {
  /** Whether what an earlier page left has been asked for. */
  isRead = false;
  isDurable = true;
  readonly #store: OutboxStore<Payload, Current>;
  readonly #onChange: () => void;
  #stored: Kept<Payload, Current> = NOTHING;
  #unwritten: Change<Payload, Current>[] = [];
  #running: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;

  constructor(store: OutboxStore<Payload, Current>, onChange: () => void) {
    this.#store = store;
    this.#onChange = onChange;
    store.onLost(() => this.#writeAllAgain());
  }

  get kept(): Kept<Payload, Current> {
    return this.#unwritten.reduce(apply<Payload, Current>, this.#stored);
  }

  /** Take a change in, and give when it has been written. */
  change(change: Change<Payload, Current>): Promise<void> {
    this.#unwritten.push(change);
    this.#onChange();
    return this.sync();
  }

  /** Whether all that has happened is in the store. */
  get isWritten(): boolean {
    return this.#unwritten.length === 0;
  }

  /** Write what is unwritten, and read what other tabs have made of it. */
  sync(): Promise<void> {
    // One that has not begun yet writes this too.
    this.#next ??= this.#running.then(() => {
      this.#running = this.#next ?? this.#running;
      this.#next = null;
      return this.#write();
    });
    return this.#next;
  }

  close(): void {
    void (this.#next ?? this.#running).then(() => this.#store.close());
  }

  async #write(): Promise<void> {
    const changes = [...this.#unwritten];
    try {
      this.#stored = await this.#store.write(changes);
      this.#unwritten = this.#unwritten.slice(changes.length);
      this.isDurable = true;
    } catch {
      this.isDurable = false;
    }
    this.isRead = true;
    this.#onChange();
  }

  #writeAllAgain(): void {
    const { pending, refused } = this.kept;
    this.#stored = NOTHING;
    this.#unwritten = [{ add: [...refused, ...pending] }, { refuse: refused }];
    void this.sync();
  }
}
