/** How long after an input somebody is still taken to be reading, in ms. */
const IDLE = 60_000;

/**
 * Counts how long somebody attends to each of several things: while they see the page, and as long
 * as there was an input in the last minute.
 */
export class Attention {
  readonly #now: () => number;
  readonly #spent = new Map<number, number>();
  #thing: number | null = null;
  #isVisible: boolean;
  #inputAt: number;
  #countedTo: number;

  constructor(now: () => number, isVisible = true) {
    this.#now = now;
    this.#isVisible = isVisible;
    this.#inputAt = now();
    this.#countedTo = this.#inputAt;
  }

  /** There was a key, a click, a touch, or the page was scrolled. */
  readonly input = (): void => {
    this.#count();
    this.#inputAt = this.#now();
  };

  show(isVisible: boolean): void {
    this.#count();
    this.#isVisible = isVisible;
    // Whoever comes back begins to read.
    if (isVisible) this.#inputAt = this.#now();
  }

  /** From now on it is `thing` that is before the eyes. */
  turnTo(thing: number | null): void {
    this.#count();
    this.#thing = thing;
  }

  /** Give the seconds spent on `thing` since they were last taken, to a tenth. */
  secondsOf(thing: number): number {
    this.#count();
    return Math.round((this.#spent.get(thing) ?? 0) / 100) / 10;
  }

  /** Begin at nothing again for `thing`. */
  forget(thing: number): void {
    this.#count();
    this.#spent.delete(thing);
  }

  #count(): void {
    const now = this.#now();
    const from = this.#countedTo;
    this.#countedTo = now;
    if (this.#thing === null || !this.#isVisible) return;
    const counted = Math.min(now, this.#inputAt + IDLE) - from;
    if (counted > 0) this.#spent.set(this.#thing, (this.#spent.get(this.#thing) ?? 0) + counted);
  }
}
