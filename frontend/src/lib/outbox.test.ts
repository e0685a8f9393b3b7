import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MemoryStore } from "./outbox";
import { AGAIN, Failure, gathered, refusedAs, settled, setUp } from "./outboxTesting";

const numbers = (count: number) => Array.from({ length: count }, (_, index) => `${index}`);

describe("The outbox", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("says nothing of being saved before it has read what was left", async () => {
    const { outbox, phase } = setUp();

    expect(phase()).toBe("checking");
    await outbox.ready;
    expect(phase()).toBe("saved");
  });

  it("is not saved until the server has taken the last one", async () => {
    const { outbox, server, phase } = setUp();
    await settled();
    server.isSlow = true;

    outbox.add("one");
    await gathered();
    outbox.add("two");
    expect(phase()).toBe("saving");

    await server.answer();
    expect(phase()).toBe("saving");
    await server.answer();
    expect(phase()).toBe("saved");
  });

  it("counts an entry at once and does not wait for the store", async () => {
    const { outbox } = setUp();
    await settled();

    const { id } = outbox.add("one");

    expect(outbox.getState()).toMatchObject({ phase: "saving", pending: [{ id }] });
  });

  it("gathers what follows quickly and sends it in order", async () => {
    const { outbox, server } = setUp();
    await settled();

    outbox.add("one");
    await vi.advanceTimersByTimeAsync(100);
    outbox.add("two");
    await vi.advanceTimersByTimeAsync(49);
    expect(server.batches).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);

    expect(server.batches).toEqual([["one", "two"]]);
  });

  it("gathers no longer when the page may go", async () => {
    const { outbox, server } = setUp();
    await settled();
    outbox.add("one");

    outbox.hurry();
    await settled();

    expect(server.sent).toEqual(["one"]);
  });

  it("sends at most 25 at once, one batch after the other", async () => {
    const { outbox, server } = setUp();
    server.isSlow = true;
    outbox.addAll(numbers(60));
    await gathered();

    expect(server.batches.map((batch) => batch.length)).toEqual([25]);
    await server.answer();
    await server.answer();
    await server.answer();
    expect(server.batches.map((batch) => batch.length)).toEqual([25, 25, 10]);
    expect(server.sent).toEqual(numbers(60));
  });

  it("sends what an earlier page left, before what is new", async () => {
    const store = new MemoryStore<string, string>();
    await store.write([{ add: [{ id: "a", payload: "left" }] }]);
    const { outbox, server } = setUp({ store });

    outbox.add("new");
    await gathered();

    expect(server.sent).toEqual(["left", "new"]);
    expect((await store.write([])).pending).toEqual([]);
  });

  it("waits longer after each failure and repeats the same ids", async () => {
    const { outbox, server, phase } = setUp();
    await settled();
    server.failures.push(AGAIN, AGAIN, AGAIN);
    const { id } = outbox.add("one");
    await gathered();
    expect(phase()).toBe("waiting");

    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.failures).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_999);
    expect(server.failures).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(server.failures).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(4_000);

    expect(server.taken).toEqual([{ id, payload: "one" }]);
    expect(phase()).toBe("saved");
  });

  it("waits as long as the server asks for", async () => {
    const { outbox, server } = setUp();
    await settled();
    server.failures.push(new Failure({ kind: "again", afterSeconds: 20 }));
    outbox.add("one");
    await gathered();

    await vi.advanceTimersByTimeAsync(19_999);
    expect(server.sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(server.sent).toEqual(["one"]);
  });

  it("does not hurry because of a new entry", async () => {
    const { outbox, server } = setUp();
    await settled();
    server.failures.push(AGAIN);
    outbox.add("one");
    await gathered();

    outbox.add("two");
    await vi.advanceTimersByTimeAsync(500);
    expect(server.sent).toEqual([]);

    await vi.advanceTimersByTimeAsync(500);
    expect(server.sent).toEqual(["one", "two"]);
  });

  it("tries at once when woken", async () => {
    const { outbox, server } = setUp();
    server.failures.push(AGAIN);
    outbox.add("one");
    await gathered();

    outbox.wake();
    await settled();

    expect(server.sent).toEqual(["one"]);
  });

  it("says that the device is offline", async () => {
    const { outbox, server, phase } = setUp({ isOnline: false });
    server.failures.push(AGAIN);
    outbox.add("one");
    await gathered();

    expect(phase()).toBe("offline");
  });

  it("stops for a password and goes on after it", async () => {
    const { outbox, server, phase } = setUp();
    server.failures.push(new Failure({ kind: "signed_out" }));
    outbox.add("one");
    await gathered();
    outbox.add("two");
    await vi.advanceTimersByTimeAsync(60_000);

    expect(phase()).toBe("signed_out");
    expect(server.sent).toEqual([]);

    outbox.wake();
    await settled();
    expect(server.sent).toEqual(["one", "two"]);
    expect(phase()).toBe("saved");
  });

  it("tries again later where the server says nothing of what it got", async () => {
    const { outbox, server, phase } = setUp();
    server.isMute = true;
    outbox.add("one");
    await gathered();

    expect(phase()).toBe("waiting");
    expect(server.batches).toHaveLength(1);
  });

  it("puts a refused entry aside, with what the server has, and sends the rest", async () => {
    const { outbox, server, store, phase } = setUp();
    server.refuses.set("one", "closed");
    outbox.addAll(["one", "two"]);
    await gathered();

    expect(server.sent).toEqual(["two"]);
    expect(phase()).toBe("saved");
    const refusal = { payload: "one", reason: "closed.", code: "closed", current: "theirs" };
    expect(outbox.getState().refused).toMatchObject([refusal]);
    expect((await store.write([])).refused).toMatchObject([refusal]);
  });

  it("sends a refused entry again under its id, behind the rest", async () => {
    const { outbox, server } = setUp();
    server.refuses.set("one", "closed");
    const { id } = outbox.add("one");
    await gathered();
    server.refuses.clear();

    outbox.add("two");
    outbox.retry(id);
    await gathered();

    expect(server.sent).toEqual(["two", "one"]);
    expect(server.taken[1]?.id).toBe(id);
    expect(outbox.getState().refused).toEqual([]);
  });

  it("gives up a refused entry for good", async () => {
    const { outbox, server, store } = setUp();
    server.refuses.set("one", "closed");
    const { id } = outbox.add("one");
    await gathered();

    await outbox.dismiss(id);

    expect(outbox.getState().refused).toEqual([]);
    expect(await store.write([])).toEqual({ pending: [], refused: [] });
  });

  it("sends one by one where a batch is refused as a whole", async () => {
    const { outbox, server } = setUp();
    server.spoils.add("1");
    outbox.addAll(numbers(4));
    await gathered();

    expect(server.sent).toEqual(["0", "2", "3"]);
    expect(outbox.getState().refused).toMatchObject([{ payload: "1", code: "invalid" }]);

    outbox.addAll(["4", "5"]);
    await gathered();
    expect(server.batches.at(-1)).toEqual(["4", "5"]);
  });

  it("keeps and sends whatever goes wrong with those who look on", async () => {
    const report = vi.fn();
    vi.stubGlobal("reportError", report);
    const store = new MemoryStore<string, string>();
    await store.write([{ add: [{ id: "a", payload: "left" }] }]);
    const fail = () => {
      throw new Error("broken");
    };
    const { outbox, server } = setUp({ store, onTakenElsewhere: fail });
    outbox.subscribe(fail);
    await gathered();

    outbox.add("new");
    await gathered();

    expect(server.sent).toEqual(["left", "new"]);
    expect((await store.write([])).pending).toEqual([]);
    expect(report).toHaveBeenCalled();
    vi.unstubAllGlobals();
  });

  it("sends nothing once stopped, and leaves the rest in the store", async () => {
    const { outbox, server, store } = setUp();
    server.failures.push(refusedAs("closed"), AGAIN);
    outbox.addAll(["one", "two"]);
    await gathered();

    outbox.stop();
    outbox.wake();
    await vi.advanceTimersByTimeAsync(60_000);

    expect(server.sent).toEqual([]);
    expect((await store.write([])).pending).toHaveLength(2);
  });
});
