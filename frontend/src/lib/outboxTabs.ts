import type { Entry, Hold } from "./outboxRules";

/** What the tabs of one user tell each other. */
export type Message<Payload> =
  | { readonly kind: "changed" }
  | { readonly kind: "settled"; readonly taken: readonly Entry<Payload>[] }
  | { readonly kind: "held"; readonly hold: Hold; readonly failures: number }
  | { readonly kind: "woken" };

/** The other tabs that work on the same store. */
export interface Tabs<Payload> {
  /** Do `work` when no other tab is at it; should this tab die, another one's turn comes. */
  lead(work: () => Promise<void>): Promise<void>;
  tell(message: Message<Payload>): void;
  listen(listener: (message: Message<Payload>) => void): void;
  close(): void;
}

/** A page without others. */
export class NoTabs<Payload> implements Tabs<Payload> {
  lead(work: () => Promise<void>): Promise<void> {
    return work();
  }

  tell(): void {}

  listen(): void {}

  close(): void {}
}

/** The tabs of this browser that gave the same name. */
export class BrowserTabs<Payload> implements Tabs<Payload> {
  readonly #name: string;
  readonly #channel: BroadcastChannel | null;
  readonly #closed = new AbortController();

  constructor(name: string) {
    this.#name = name;
    this.#channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(name);
  }

  async lead(work: () => Promise<void>): Promise<void> {
    // Pages that came by plain HTTP have no locks. Two tabs may then send the same entry at once:
    // its id lets the server count it once, and each batch holds all that comes before it.
    if (!navigator.locks) return work();
    let hasBegun = false;
    const begin = () => {
      hasBegun = true;
      return work();
    };
    const { signal } = this.#closed;
    try {
      await navigator.locks.request(this.#name, { signal }, begin);
    } catch (error) {
      if (hasBegun) throw error;
      // Closed while another tab was at it: the rest is theirs. Else there are no locks to be had.
      if (!signal.aborted) await work();
    }
  }

  tell(message: Message<Payload>): void {
    if (!this.#closed.signal.aborted) this.#channel?.postMessage(message);
  }

  listen(listener: (message: Message<Payload>) => void): void {
    this.#channel?.addEventListener("message", (event: MessageEvent<Message<Payload>>) => {
      listener(event.data);
    });
  }

  close(): void {
    this.#closed.abort();
    this.#channel?.close();
  }
}
