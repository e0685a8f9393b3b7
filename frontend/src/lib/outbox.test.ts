import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Entry, MemoryStore, Outbox, type Verdict } from "./outbox";

class Failure extends Error {
  readonly verdict: Verdict;

  constructor(verdict: Verdict) {
    super(verdict.kind);
    this.verdict = verdict;
  }
}

const AGAIN = new Failure({ kind: "again" });

/** A server that takes what it gets, unless told how to fail for the next tries. */
function setUp({ isOnline = true, store = new MemoryStore<string>() } = {}) {
  const taken: Entry<string>[] = [];
  const failures: Failure[] = [];
  const waiting: (() => void)[] = [];
  let isSlow = false;
  const outbox = new Outbox<string>({
    store,
    send: async (entry) => {
      if (isSlow) await new Promise<void>((answer) => waiting.push(answer));
      const failure = failures.shift();
      if (failure) throw failure;
      taken.push(entry);
    },
    judge: (error) => (error instanceof Failure ? error.verdict : { kind: "again" }),
    isOnline: () => isOnline,
    random: () => 0,
  });
  return {
    outbox,
    taken,
    failures,
    sent: () => taken.map((entry) => entry.payload),
    phase: () => outbox.getState().phase,
    slow: () => {
      isSlow = true;
    },
    answer: async () => {
      waiting.shift()?.();
      await settle();
    },
  };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe("The outbox", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("says nothing of being saved before it has read what was left", async () => {
    const { phase } = setUp();

    expect(phase()).toBe("checking");
    await settle();
    expect(phase()).toBe("saved");
  });

  it("is not saved until the server has taken the last one", async () => {
    const { outbox, phase, slow, answer } = setUp();
    await settle();
    slow();

    outbox.add("one");
    outbox.add("two");
    await settle();
    expect(phase()).toBe("saving");

    await answer();
    expect(phase()).toBe("saving");
    await answer();
    expect(phase()).toBe("saved");
  });

  it("sends in order, one at a time", async () => {
    const { outbox, sent, slow, answer } = setUp();
    slow();
    outbox.add("one");
    outbox.add("two");
    await settle();

    expect(sent()).toEqual([]);
    await answer();
    expect(sent()).toEqual(["one"]);
    await answer();
    expect(sent()).toEqual(["one", "two"]);
  });

  it("sends what an earlier page left, before what is new", async () => {
    const store = new MemoryStore<string>();
    await store.add({ id: "a", payload: "left" });
    const { outbox, sent } = setUp({ store });

    outbox.add("new");
    await settle();

    expect(sent()).toEqual(["left", "new"]);
    expect(await store.load()).toEqual([]);
  });

  it("waits longer after each failure and keeps the id", async () => {
    const { outbox, taken, failures, phase } = setUp();
    failures.push(AGAIN, AGAIN, AGAIN);
    const { id } = outbox.add("one");
    await settle();
    expect(phase()).toBe("waiting");

    await vi.advanceTimersByTimeAsync(1_000);
    expect(failures).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_999);
    expect(failures).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(failures).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(4_000);

    expect(taken).toEqual([{ id, payload: "one" }]);
    expect(phase()).toBe("saved");
  });

  it("waits as long as the server asks for", async () => {
    const { outbox, sent, failures } = setUp();
    failures.push(new Failure({ kind: "again", afterSeconds: 20 }));
    outbox.add("one");

    await vi.advanceTimersByTimeAsync(19_999);
    expect(sent()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent()).toEqual(["one"]);
  });

  it("does not hurry because of a new entry", async () => {
    const { outbox, sent, failures } = setUp();
    failures.push(AGAIN);
    outbox.add("one");
    await settle();

    outbox.add("two");
    await settle();
    expect(sent()).toEqual([]);

    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent()).toEqual(["one", "two"]);
  });

  it("tries at once when woken", async () => {
    const { outbox, sent, failures } = setUp();
    failures.push(AGAIN);
    outbox.add("one");
    await settle();

    outbox.wake();
    await settle();

    expect(sent()).toEqual(["one"]);
  });

  it("says that the device is offline", async () => {
    const { outbox, failures, phase } = setUp({ isOnline: false });
    failures.push(AGAIN);
    outbox.add("one");
    await settle();

    expect(phase()).toBe("offline");
  });

  it("stops for a password and goes on after it", async () => {
    const { outbox, sent, failures, phase } = setUp();
    failures.push(new Failure({ kind: "signed_out" }));
    outbox.add("one");
    await settle();
    outbox.add("two");
    await vi.advanceTimersByTimeAsync(60_000);

    expect(phase()).toBe("signed_out");
    expect(sent()).toEqual([]);

    outbox.wake();
    await settle();
    expect(sent()).toEqual(["one", "two"]);
    expect(phase()).toBe("saved");
  });

  it("puts a refused entry aside, with the reason, and sends the rest", async () => {
    const { outbox, sent, failures, phase } = setUp();
    failures.push(new Failure({ kind: "refused", reason: "closed" }));
    outbox.add("one");
    outbox.add("two");
    await settle();

    expect(sent()).toEqual(["two"]);
    expect(phase()).toBe("saved");
    expect(outbox.getState().refused).toMatchObject([{ payload: "one", reason: "closed" }]);
  });

  it("sends a refused entry again as a new one", async () => {
    const { outbox, sent, failures } = setUp();
    failures.push(new Failure({ kind: "refused", reason: "closed" }));
    const { id } = outbox.add("one");
    await settle();

    outbox.retry(id);
    await settle();

    expect(sent()).toEqual(["one"]);
    expect(outbox.getState().refused).toEqual([]);
  });

  it("sends nothing once stopped", async () => {
    const { outbox, sent, failures } = setUp();
    failures.push(AGAIN);
    outbox.add("one");
    await settle();

    outbox.stop();
    outbox.wake();
    outbox.add("two");
    await vi.advanceTimersByTimeAsync(60_000);

    expect(sent()).toEqual([]);
  });

  it("still sends when nothing can be stored", async () => {
    const store = new MemoryStore<string>();
    store.add = async () => {
      throw new Error("full");
    };
    const { outbox, sent } = setUp({ store });

    outbox.add("one");
    await settle();

    expect(sent()).toEqual(["one"]);
  });
});
