import { uuid } from "./uuid";

export type Entry<Payload> = { readonly id: string; readonly payload: Payload };
export type Refusal<Payload> = Entry<Payload> & { readonly reason: string };

/** Where entries wait. One that outlives the page makes the outbox durable. */
export interface OutboxStore<Payload> {
  load(): Promise<readonly Entry<Payload>[]>;
  add(entry: Entry<Payload>): Promise<void>;
  remove(id: string): Promise<void>;
}

/** What a failed sending means for the entry. */
export type Verdict =
  | { readonly kind: "again"; readonly afterSeconds?: number | null }
  | { readonly kind: "signed_out" }
  | { readonly kind: "refused"; readonly reason: string };

export type OutboxPhase =
  /** What an earlier page left has not been read yet: nothing is known. */
  | "checking"
  | "saved"
  | "saving"
  /** The last try failed; the next one comes by itself. */
  | "waiting"
  | "offline"
  | "signed_out";

export type OutboxState<Payload> = {
  readonly phase: OutboxPhase;
  readonly pending: readonly Entry<Payload>[];
  readonly refused: readonly Refusal<Payload>[];
};

type Options<Payload> = {
  store: OutboxStore<Payload>;
  send: (entry: Entry<Payload>) => Promise<void>;
  judge: (error: unknown) => Verdict;
  isOnline?: () => boolean;
  random?: () => number;
};

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/** Sends what is put in: in order, one at a time, until each is taken or refused. */
export class Outbox<Payload> {
  readonly #options: Required<Options<Payload>>;
  readonly #listeners = new Set<() => void>();
  #state: OutboxState<Payload> = { phase: "checking", pending: [], refused: [] };
  #isRunning = false;
  #isStopped = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #written: Promise<void>;

  constructor(options: Options<Payload>) {
    this.#options = { isOnline: () => navigator.onLine, random: Math.random, ...options };
    this.#written = this.#readStore();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly getState = (): OutboxState<Payload> => this.#state;

  /** Put something in; its id goes with every try, so that a repeat is harmless. */
  add(payload: Payload): Entry<Payload> {
    const entry = { id: uuid(), payload };
    this.#written = this.#written.then(() => this.#options.store.add(entry)).catch(() => undefined);
    const pending = [...this.#state.pending, entry];
    const phase = this.#state.phase === "saved" ? "saving" : this.#state.phase;
    this.#change({ pending, phase });
    void this.#run();
    return entry;
  }

  /** Try now: the network, the page or the user has come back. */
  wake(): void {
    if (this.#state.phase === "checking") return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#state.phase === "signed_out") this.#change({ phase: "waiting" });
    void this.#run();
  }

  /** Send a refused entry once more, as a new one. */
  retry(id: string): void {
    const found = this.#state.refused.find((refusal) => refusal.id === id);
    if (!found) return;
    this.dismiss(id);
    this.add(found.payload);
  }

  dismiss(id: string): void {
    this.#change({ refused: this.#state.refused.filter((refusal) => refusal.id !== id) });
  }

  /** Send nothing more, whatever is left: its user has gone. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  async #readStore(): Promise<void> {
    const left = await this.#options.store.load().catch(() => []);
    this.#change({ pending: [...left, ...this.#state.pending], phase: "saved" });
    void this.#run();
  }

  async #run(): Promise<void> {
    const { phase } = this.#state;
    if (this.#isStopped || this.#isRunning || this.#timer !== undefined) return;
    if (phase === "checking" || phase === "signed_out") return;
    this.#isRunning = true;
    let goesOn = true;
    while (goesOn && !this.#isStopped) {
      const next = this.#state.pending[0];
      if (!next) break;
      if (this.#failures === 0) this.#change({ phase: "saving" });
      goesOn = await this.#sendOne(next);
    }
    this.#isRunning = false;
    if (this.#state.pending.length === 0) this.#change({ phase: "saved" });
  }

  /** Give whether the next entry's turn has come. */
  async #sendOne(entry: Entry<Payload>): Promise<boolean> {
    await this.#written;
    try {
      await this.#options.send(entry);
    } catch (error) {
      const verdict = this.#options.judge(error);
      if (verdict.kind !== "refused") {
        this.#hold(verdict);
        return false;
      }
      const refusal = { ...entry, reason: verdict.reason };
      this.#change({ refused: [...this.#state.refused, refusal] });
    }
    this.#failures = 0;
    this.#change({ pending: this.#state.pending.filter((other) => other !== entry) });
    await this.#options.store.remove(entry.id).catch(() => undefined);
    return true;
  }

  #hold(verdict: Exclude<Verdict, { kind: "refused" }>): void {
    if (verdict.kind === "signed_out") {
      this.#change({ phase: "signed_out" });
      return;
    }
    this.#change({ phase: this.#options.isOnline() ? "waiting" : "offline" });
    const longest = Math.min(FIRST_WAIT * 2 ** this.#failures, LONGEST_WAIT);
    // Up to half of the wait is random, so that many browsers do not come back at once.
    const wait = longest * (1 - this.#options.random() / 2);
    this.#failures += 1;
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        void this.#run();
      },
      Math.max(wait, (verdict.afterSeconds ?? 0) * 1_000),
    );
  }

  #change(change: Partial<OutboxState<Payload>>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** Keeps entries as long as the page lives. */
export class MemoryStore<Payload> implements OutboxStore<Payload> {
  readonly #entries = new Map<string, Entry<Payload>>();

  async load(): Promise<readonly Entry<Payload>[]> {
    return [...this.#entries.values()];
  }

  async add(entry: Entry<Payload>): Promise<void> {
    this.#entries.set(entry.id, entry);
  }

  async remove(id: string): Promise<void> {
    this.#entries.delete(id);
  }
}
