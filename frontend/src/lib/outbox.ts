import { attempt } from "./attempt";
import { Ledger } from "./outboxLedger";
import {
  BATCH,
  type Change,
  type Entry,
  type Hold,
  type Kept,
  NOTHING,
  type OutboxPhase,
  phaseOf,
  type Result,
  settle,
  type Verdict,
  waitAfter,
} from "./outboxRules";
import type { OutboxStore } from "./outboxStore";
import { type Message, NoTabs, type Tabs } from "./outboxTabs";
import { uuid } from "./uuid";

export type { Entry, OutboxPhase, Refusal, Result, Verdict } from "./outboxRules";
export { MemoryStore, type OutboxStore } from "./outboxStore";

export type OutboxState<Payload, Current = unknown> = Kept<Payload, Current> & {
  readonly phase: OutboxPhase;
  /** Whether what waits outlives this page. */
  readonly isDurable: boolean;
};

type Options<Payload, Current> = {
  store: OutboxStore<Payload, Current>;
  /** Send entries, in order, and give a result for each. */
  send: (batch: readonly Entry<Payload>[]) => Promise<readonly Result<Current>[]>;
  /** Say what it means that `send` threw. */
  judge: (error: unknown) => Verdict;
  tabs?: Tabs<Payload>;
  /** Called with what the server took and this page did not put in. */
  onTakenElsewhere?: (entry: Entry<Payload>) => void;
  isOnline?: () => boolean;
  random?: () => number;
};

/** Entries that follow quickly go together. */
const GATHER = 150;
/** Another tab sends what it put in; should it be gone by then, this one does. */
const STEP_IN = 2_000;

/**
 * Sends what is put in, in order, until each is taken or refused.
 *
 * Nothing waits for the store: an entry counts at once, is written next, and is sent when it has
 * been written. Where it cannot be written it is kept in the page, and the state says so.
 */
export class Outbox<Payload, Current = unknown> {
  /** Fulfilled when what an earlier page left is known. */
  readonly ready: Promise<void>;
  readonly #options: Required<Options<Payload, Current>>;
  readonly #listeners = new Set<() => void>();
  readonly #ledger: Ledger<Payload, Current>;
  /** What was put in by this page. */
  readonly #ownIds = new Set<string>();
  #state: OutboxState<Payload, Current> = { ...NOTHING, phase: "checking", isDurable: true };
  #isRunning = false;
  #isStopped = false;
  #hold: Hold["kind"] | null = null;
  #failures = 0;
  /** So many entries go one by one, since one of them spoils the batch. */
  #singly = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = 0;

  constructor(options: Options<Payload, Current>) {
    this.#options = {
      tabs: new NoTabs(),
      onTakenElsewhere: () => undefined,
      isOnline: () => navigator.onLine,
      random: Math.random,
      ...options,
    };
    this.#options.tabs.listen((message) => void this.#hear(message));
    this.#ledger = new Ledger(options.store, () => this.#show());
    this.ready = this.#ledger.sync().then(() => this.#sendSoon(0));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** Whether leaving the page now would lose nothing. */
  get isSafe(): boolean {
    return this.#ledger.isWritten || this.#state.pending.length === 0;
  }

  readonly getState = (): OutboxState<Payload, Current> => this.#state;

  add(payload: Payload): Entry<Payload> {
    const entry = { id: uuid(), payload };
    this.#putNew([entry]);
    return entry;
  }

  /** Put in several at once: they are written all or none. */
  addAll(payloads: readonly Payload[]): Entry<Payload>[] {
    const entries = payloads.map((payload) => ({ id: uuid(), payload }));
    if (entries.length > 0) this.#putNew(entries);
    return entries;
  }

  /** Put known entries, or what they have become, behind all others: they keep their ids. */
  requeue(entries: readonly Entry<Payload>[]): void {
    const add = entries.map(({ id, payload }) => ({ id, payload }));
    void this.#put({ remove: add.map(({ id }) => id), add });
  }

  /** Send a refused entry once more. */
  retry(id: string): void {
    this.requeue(this.#state.refused.filter((refusal) => refusal.id === id));
  }

  /** Change what entries hold, where they stand. */
  amend(entries: readonly Entry<Payload>[]): void {
    if (entries.length > 0) void this.#put({ amend: entries });
  }

  /** Give up entries for good; fulfilled when the store has lost them too. */
  dismiss(...ids: string[]): Promise<void> {
    return this.#put({ remove: ids });
  }

  /** Try now: the network, the page or the user has come back. */
  wake(): void {
    this.#options.tabs.tell({ kind: "woken" });
    this.#goOn();
    // A page that was put to sleep may not have heard what other tabs did.
    void this.#ledger.sync();
  }

  /** Gather no longer: the page may be about to go. */
  hurry(): void {
    if (this.#hold === null) this.#goOn();
  }

  /** Send nothing more from here. What is left stays in the store. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#options.tabs.close();
    this.#ledger.close();
  }

  #putNew(entries: readonly Entry<Payload>[]): void {
    for (const { id } of entries) this.#ownIds.add(id);
    void this.#put({ add: entries });
  }

  async #put(change: Change<Payload, Current>): Promise<void> {
    const written = this.#ledger.change(change);
    this.#sendSoon(GATHER);
    await written;
    this.#options.tabs.tell({ kind: "changed" });
  }

  #sendSoon(wait: number): void {
    if (this.#isStopped || this.#isRunning || this.#hold === "signed_out") return;
    if (this.#state.pending.length === 0) return;
    const isSooner = Date.now() + wait < this.#due;
    // A new entry does not shorten the wait after a failure.
    if (this.#timer !== undefined && (this.#hold !== null || !isSooner)) return;
    this.#runAfter(wait);
  }

  #runAfter(wait: number): void {
    clearTimeout(this.#timer);
    this.#due = Date.now() + wait;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#run();
    }, wait);
  }

  async #run(): Promise<void> {
    if (this.#isStopped || this.#isRunning || this.#timer !== undefined) return;
    if (this.#hold === "signed_out" || this.#state.pending.length === 0) return;
    this.#isRunning = true;
    try {
      await this.#ledger.sync();
      await this.#options.tabs.lead(() => this.#sendAll());
    } finally {
      this.#isRunning = false;
    }
    this.#sendSoon(GATHER);
  }

  async #sendAll(): Promise<void> {
    await this.#ledger.sync();
    let goesOn = true;
    // A timer that runs now was set by a failure, here or in another tab.
    while (goesOn && !this.#isStopped && this.#timer === undefined && this.#hold !== "signed_out") {
      const batch = this.#state.pending.slice(0, this.#singly > 0 ? 1 : BATCH);
      if (batch.length === 0) break;
      goesOn = await this.#sendBatch(batch);
    }
  }

  /** Give whether the next entries' turn has come. */
  async #sendBatch(batch: readonly Entry<Payload>[]): Promise<boolean> {
    let results: readonly Result<Current>[];
    try {
      results = await this.#options.send(batch);
    } catch (error) {
      const verdict = this.#options.judge(error);
      if (verdict.kind !== "refused") return this.#stopFor(verdict);
      if (batch.length > 1) {
        this.#singly = batch.length;
        return true;
      }
      results = batch.map(({ id }) => ({ id, ...verdict, current: null }));
    }
    const { taken, refused } = settle(batch, results);
    if (taken.length + refused.length === 0) return this.#stopFor({ kind: "again" });
    this.#singly = Math.max(0, this.#singly - 1);
    this.#works();
    const written = this.#ledger.change({ remove: taken.map(({ id }) => id), refuse: refused });
    this.#showTaken(taken);
    await written;
    this.#options.tabs.tell({ kind: "settled", taken });
    return true;
  }

  #showTaken(taken: readonly Entry<Payload>[]): void {
    for (const entry of taken) {
      if (!this.#ownIds.has(entry.id)) attempt(() => this.#options.onTakenElsewhere(entry));
    }
  }

  #stopFor(hold: Hold): false {
    this.#failures += 1;
    this.#options.tabs.tell({ kind: "held", hold, failures: this.#failures });
    this.#holdOn(hold);
    return false;
  }

  #holdOn(hold: Hold): void {
    this.#hold = hold.kind;
    this.#show();
    if (hold.kind === "signed_out") {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      return;
    }
    this.#runAfter(waitAfter(this.#failures, this.#options.random(), hold.afterSeconds));
  }

  /** Try, whatever the last try gave. */
  #goOn(): void {
    if (this.#hold === "signed_out") this.#hold = "again";
    clearTimeout(this.#timer);
    this.#timer = undefined;
    void this.#run();
  }

  /** The server has taken or refused something. */
  #works(): void {
    this.#hold = null;
    this.#failures = 0;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #hear(message: Message<Payload>): Promise<void> {
    if (this.#isStopped) return;
    switch (message.kind) {
      case "woken":
        this.#goOn();
        return;
      case "held":
        this.#failures = message.failures;
        this.#holdOn(message.hold);
        return;
      case "settled":
        this.#works();
        this.#showTaken(message.taken);
    }
    await this.#ledger.sync();
    this.#sendSoon(STEP_IN);
  }

  #show(): void {
    const { kept, isRead, isDurable } = this.#ledger;
    const isOnline = this.#options.isOnline();
    const pending = kept.pending.length;
    const phase = phaseOf({ isRead, isOnline, pending, hold: this.#hold });
    this.#state = { ...kept, phase, isDurable };
    for (const listener of this.#listeners) attempt(listener);
  }
}
