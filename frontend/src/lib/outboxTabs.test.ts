import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MemoryStore } from "./outbox";
import { BrowserTabs } from "./outboxTabs";
import { AGAIN, Browser, Failure, FakeServer, gathered, settled, setUp } from "./outboxTesting";

/** Two tabs of one user: one store, one server. */
async function openTwo() {
  const browser = new Browser();
  const shared = { server: new FakeServer(), store: new MemoryStore<string, string>() };
  const seen: string[] = [];
  const tabs = [browser.openTab(), browser.openTab()] as const;
  const first = setUp({ ...shared, tabs: tabs[0] });
  const second = setUp({
    ...shared,
    tabs: tabs[1],
    onTakenElsewhere: ({ payload }) => seen.push(payload),
  });
  await settled();
  return { ...shared, browser, tabs, first, second, seen };
}

describe("The outboxes of two tabs", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("both know what waits, and that it was sent", async () => {
    const { first, second, server } = await openTwo();
    first.outbox.add("one");
    await settled();

    expect(second.phase()).toBe("saving");
    expect(second.outbox.getState().pending).toMatchObject([{ payload: "one" }]);

    await gathered();
    expect(server.batches).toEqual([["one"]]);
    expect([first.phase(), second.phase()]).toEqual(["saved", "saved"]);
  });

  it("tell of what was saved elsewhere, and not of their own", async () => {
    const { first, second, seen } = await openTwo();
    first.outbox.add("one");
    second.outbox.add("two");
    await gathered();

    expect(seen).toEqual(["one"]);
  });

  it("send one after the other, in the order given", async () => {
    const { first, second, server } = await openTwo();
    server.isSlow = true;
    first.outbox.add("one");
    await gathered();
    second.outbox.add("two");
    await gathered();
    first.outbox.add("three");
    await gathered();
    expect(server.batches).toEqual([["one"]]);

    await server.answer();
    await server.answer();
    expect(server.batches).toEqual([["one"], ["two", "three"]]);
    expect(server.sent).toEqual(["one", "two", "three"]);
  });

  it("step in for one that died while sending", async () => {
    const { browser, tabs, first, server, second } = await openTwo();
    server.isSlow = true;
    first.outbox.addAll(["one", "two"]);
    await gathered();

    browser.kill(tabs[0]);
    server.isSlow = false;
    await vi.advanceTimersByTimeAsync(2_000);

    expect(server.sent).toEqual(["one", "two"]);
    expect(second.phase()).toBe("saved");
  });

  it("wait together after a failure", async () => {
    const { first, second, server } = await openTwo();
    server.failures.push(AGAIN);
    first.outbox.add("one");
    await gathered();

    second.outbox.add("two");
    await vi.advanceTimersByTimeAsync(500);
    expect(second.phase()).toBe("waiting");
    expect(server.batches).toHaveLength(1);

    await vi.advanceTimersByTimeAsync(500);
    expect(server.sent).toEqual(["one", "two"]);
  });

  it("go on together after one has signed in again", async () => {
    const { first, second, server } = await openTwo();
    server.failures.push(new Failure({ kind: "signed_out" }));
    first.outbox.add("one");
    await gathered();
    expect(second.phase()).toBe("signed_out");

    second.outbox.wake();
    await settled();

    expect(server.sent).toEqual(["one"]);
    expect([first.phase(), second.phase()]).toEqual(["saved", "saved"]);
  });

  it("show the same refusals, and a decision holds for both", async () => {
    const { first, second, server } = await openTwo();
    server.refuses.set("one", "closed");
    const { id } = first.outbox.add("one");
    await gathered();
    expect(second.outbox.getState().refused).toMatchObject([{ id }]);

    await second.outbox.dismiss(id);
    await settled();

    expect(first.outbox.getState().refused).toEqual([]);
  });
});

describe("The tabs of a browser without locks", () => {
  it("send nevertheless", async () => {
    const tabs = new BrowserTabs<string>("test");
    const work = vi.fn(async () => undefined);

    await tabs.lead(work);

    expect(work).toHaveBeenCalledTimes(1);
    tabs.close();
  });
});
