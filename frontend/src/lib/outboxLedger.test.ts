import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MemoryStore } from "./outbox";
import { AGAIN, gathered, settled, setUp } from "./outboxTesting";

/** A store that cannot write until it is told to. */
class FullStore extends MemoryStore<string, string> {
  isFull = true;

  override async write(...given: Parameters<MemoryStore<string, string>["write"]>) {
    if (this.isFull) throw new Error("full");
    return super.write(...given);
  }
}

/** A store that a browser may empty, as when somebody clears the data of the site. */
class ClearedStore extends MemoryStore<string, string> {
  #tell: () => void = () => undefined;

  override onLost(listener: () => void) {
    this.#tell = listener;
  }

  async clear() {
    const { pending, refused } = await this.write([]);
    await this.write([{ remove: [...pending, ...refused].map(({ id }) => id) }]);
    this.#tell();
  }
}

describe("What an outbox keeps", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("keeps in the page what cannot be stored, says so, and still sends it", async () => {
    const store = new FullStore();
    const { outbox, server } = setUp({ store });
    server.failures.push(AGAIN);
    outbox.add("one");
    await gathered();
    expect(outbox.getState()).toMatchObject({ isDurable: false, phase: "waiting" });

    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.sent).toEqual(["one"]);
    expect(outbox.getState()).toMatchObject({ phase: "saved", pending: [] });
  });

  it("is safe to leave once all is written, sent or not", async () => {
    const { outbox, server } = setUp();
    await settled();
    server.failures.push(AGAIN);

    outbox.add("one");
    expect(outbox.isSafe).toBe(false);

    await gathered();
    expect(outbox.getState().phase).toBe("waiting");
    expect(outbox.isSafe).toBe(true);
  });

  it("stores later what could not be stored at first", async () => {
    const store = new FullStore();
    const { outbox, server } = setUp({ store });
    server.failures.push(AGAIN);
    outbox.add("one");
    await gathered();

    store.isFull = false;
    outbox.add("two");
    await settled();

    expect(outbox.getState().isDurable).toBe(true);
    const { pending } = await store.write([]);
    expect(pending.map(({ payload }) => payload)).toEqual(["one", "two"]);
  });

  it("is stored again where the browser has cleared it", async () => {
    const store = new ClearedStore();
    const { outbox, server } = setUp({ store });
    server.refuses.set("one", "closed");
    outbox.add("one");
    await gathered();
    server.failures.push(AGAIN);
    outbox.add("two");
    await gathered();

    await store.clear();
    await settled();

    expect(await store.write([])).toMatchObject({
      pending: [{ payload: "two" }],
      refused: [{ payload: "one", code: "closed" }],
    });
  });

  it("is written together where it comes while something is written", async () => {
    const store = new MemoryStore<string, string>();
    const write = vi.spyOn(store, "write");
    const { outbox } = setUp({ store });
    await settled();
    write.mockClear();

    outbox.addAll(["one", "two"]);
    await Promise.resolve();
    outbox.add("three");
    outbox.add("four");
    await settled();

    expect(write.mock.calls.map(([changes]) => changes.length)).toEqual([1, 2]);
  });
});
