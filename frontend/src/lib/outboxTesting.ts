import { vi } from "vitest";
import {
  type Entry,
  MemoryStore,
  Outbox,
  type OutboxStore,
  type Result,
  type Verdict,
} from "./outbox";
import { type Message, NoTabs, type Tabs } from "./outboxTabs";

/** What the tests of the outbox share. */

export class Failure extends Error {
  readonly verdict: Verdict;

  constructor(verdict: Verdict) {
    super(verdict.kind);
    this.verdict = verdict;
  }
}

export const AGAIN = new Failure({ kind: "again" });
export const refusedAs = (code: string) => new Failure({ kind: "refused", reason: code, code });

/** Let all that waits for nothing but promises happen. */
export const settled = () => vi.advanceTimersByTimeAsync(0);
/** Let what was just put in be gathered and sent. */
export const gathered = () => vi.advanceTimersByTimeAsync(150);

/** A server that takes what it gets, unless told how to fail for the next tries. */
export class FakeServer {
  readonly taken: Entry<string>[] = [];
  readonly batches: string[][] = [];
  readonly failures: Failure[] = [];
  /** Payloads that are refused, each with its code. */
  readonly refuses = new Map<string, string>();
  /** Payloads for which a batch is refused as a whole. */
  readonly spoils = new Set<string>();
  isSlow = false;
  isMute = false;
  readonly #waiting: (() => void)[] = [];

  readonly send = async (batch: readonly Entry<string>[]): Promise<Result<string>[]> => {
    this.batches.push(batch.map(({ payload }) => payload));
    if (this.isSlow) await new Promise<void>((answer) => this.#waiting.push(answer));
    const failure = this.failures.shift();
    if (failure) throw failure;
    if (batch.some(({ payload }) => this.spoils.has(payload))) throw refusedAs("invalid");
    if (this.isMute) return [];
    return batch.map((entry) => this.#take(entry));
  };

  get sent(): string[] {
    return this.taken.map(({ payload }) => payload);
  }

  async answer(): Promise<void> {
    this.#waiting.shift()?.();
    await settled();
  }

  #take(entry: Entry<string>): Result<string> {
    const { id, payload } = entry;
    const code = this.refuses.get(payload);
    if (code) return { id, kind: "refused", reason: `${code}.`, code, current: "theirs" };
    if (!this.taken.some((known) => known.id === id)) this.taken.push(entry);
    return { id, kind: "taken" };
  }
}

type Setting = {
  server?: FakeServer;
  store?: OutboxStore<string, string>;
  tabs?: Tabs<string>;
  isOnline?: boolean;
  onTakenElsewhere?: (entry: Entry<string>) => void;
};

export function setUp({
  server = new FakeServer(),
  store = new MemoryStore<string, string>(),
  tabs = new NoTabs<string>(),
  isOnline = true,
  onTakenElsewhere = () => undefined,
}: Setting = {}) {
  const outbox = new Outbox<string, string>({
    store,
    tabs,
    send: server.send,
    judge: (error) => (error instanceof Failure ? error.verdict : { kind: "again" }),
    onTakenElsewhere,
    isOnline: () => isOnline,
    random: () => 0,
  });
  return { outbox, server, store, phase: () => outbox.getState().phase };
}

/** The tabs of one browser: one lock, and every message goes to all the others. */
export class Browser {
  readonly #open = new Set<FakeTab>();
  readonly #queue: { tab: FakeTab; begin: () => void }[] = [];
  #leader: FakeTab | null = null;

  openTab(): FakeTab {
    const tab = new FakeTab(this);
    this.#open.add(tab);
    return tab;
  }

  /** The tab dies at once: nothing of it goes on. */
  kill(tab: FakeTab): void {
    this.#open.delete(tab);
    if (this.#leader === tab) this.release();
  }

  tell(from: FakeTab, message: Message<string>): void {
    if (!this.#open.has(from)) return;
    for (const tab of this.#open) if (tab !== from) tab.hear(structuredClone(message));
  }

  async acquire(tab: FakeTab): Promise<void> {
    if (!this.#leader) this.#leader = tab;
    else await new Promise<void>((begin) => this.#queue.push({ tab, begin }));
  }

  release(): void {
    const next = this.#queue.shift();
    this.#leader = next?.tab ?? null;
    next?.begin();
  }

  isLeading(tab: FakeTab): boolean {
    return this.#leader === tab;
  }
}

export class FakeTab implements Tabs<string> {
  readonly #browser: Browser;
  hear: (message: Message<string>) => void = () => undefined;

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  async lead(work: () => Promise<void>): Promise<void> {
    await this.#browser.acquire(this);
    await work();
    if (this.#browser.isLeading(this)) this.#browser.release();
  }

  tell(message: Message<string>): void {
    this.#browser.tell(this, message);
  }

  listen(listener: (message: Message<string>) => void): void {
    this.hear = listener;
  }

  close(): void {
    this.#browser.kill(this);
  }
}
