import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { IdbStore } from "./idb";
import type { Entry, Refusal } from "./outboxRules";

const one: Entry<string> = { id: "1", payload: "one" };
const two: Entry<string> = { id: "2", payload: "two" };
const three: Entry<string> = { id: "3", payload: "three" };
const refusal: Refusal<string, string> = { ...one, reason: "No.", code: "closed", current: "it" };

/** What the databases of the tests have to make a request of their own with. */
type FakeTransaction = IDBTransaction & {
  _execRequestAsync(made: { source: object; operation: () => void }): IDBRequest<IDBValidKey>;
};

const open = (name = "answers-1") => new IdbStore<string, string>(name);

describe("The database of entries", () => {
  beforeEach(() => {
    vi.stubGlobal("indexedDB", new IDBFactory());
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("is empty at first", async () => {
    expect(await open().write([])).toEqual({ pending: [], refused: [] });
  });

  it("outlives the page and keeps the order", async () => {
    await open().write([{ add: [one, two] }]);
    await open().write([{ add: [three] }]);

    expect((await open().write([])).pending).toEqual([one, two, three]);
  });

  it("is another one for another user", async () => {
    await open("answers-1").write([{ add: [one] }]);

    expect((await open("answers-2").write([])).pending).toEqual([]);
  });

  it("removes, refuses and adds in one step", async () => {
    await open().write([{ add: [one, two] }]);

    const kept = await open().write([{ remove: ["2"], refuse: [refusal], add: [three] }]);

    expect(kept).toEqual({ pending: [three], refused: [refusal] });
  });

  it("amends what waits and what was refused, where it stands", async () => {
    await open().write([{ add: [one, two] }, { refuse: [refusal] }]);

    const amend = ["1", "2", "9"].map((id) => ({ id, payload: `new ${id}` }));
    const kept = await open().write([{ amend }]);

    expect(kept).toEqual({
      pending: [{ id: "2", payload: "new 2" }],
      refused: [{ ...refusal, payload: "new 1" }],
    });
  });

  it("puts what comes again at the end", async () => {
    await open().write([{ add: [one, two] }, { refuse: [refusal] }]);

    const kept = await open().write([{ remove: ["1"], add: [{ ...one, payload: "new" }] }]);

    expect(kept).toEqual({ pending: [two, { id: "1", payload: "new" }], refused: [] });
  });

  it("makes the changes of one call in their order", async () => {
    const kept = await open().write([{ add: [one, two] }, { remove: ["1"] }, { add: [three] }]);

    expect(kept.pending).toEqual([two, three]);
  });

  it("takes the same entry once", async () => {
    await open().write([{ add: [one] }]);

    expect((await open().write([{ add: [one] }])).pending).toEqual([one]);
  });

  it("does not bring back what another tab has removed", async () => {
    expect(await open().write([{ refuse: [refusal], remove: ["9"] }])).toEqual({
      pending: [],
      refused: [],
    });
  });

  it("opens again after it was closed", async () => {
    const store = open();
    await store.write([{ add: [one] }]);
    store.close();

    expect((await store.write([])).pending).toEqual([one]);
  });

  it("tells when it is deleted under an open page", async () => {
    const store = open();
    await store.write([{ add: [one] }]);
    const lost = vi.fn();
    store.onLost(lost);

    await new Promise((resolve) => {
      indexedDB.deleteDatabase("answers-1").onsuccess = resolve;
    });

    expect(lost).toHaveBeenCalledOnce();
    expect((await store.write([])).pending).toEqual([]);
  });

  it("fails where there are no databases", async () => {
    vi.stubGlobal("indexedDB", undefined);

    await expect(open().write([])).rejects.toThrow();
  });

  it("opens another connection after a write that failed", async () => {
    const store = open();
    await store.write([]);
    const broken = vi.spyOn(IDBDatabase.prototype, "transaction");
    const seen: IDBDatabase[] = [];
    broken.mockImplementationOnce(function (this: IDBDatabase) {
      seen.push(this);
      throw new DOMException("lost", "InvalidStateError");
    });
    await expect(store.write([{ add: [one] }])).rejects.toThrow();

    expect((await store.write([{ add: [one] }])).pending).toEqual([one]);
    expect(seen).toHaveLength(1);
    expect(broken.mock.contexts.slice(1)).not.toContain(seen[0]);
    broken.mockRestore();
  });

  it("waits for no write that hangs", async () => {
    const store = open();
    await store.write([]);
    const hangs = vi.spyOn(IDBObjectStore.prototype, "add");
    hangs.mockImplementation(function (this: IDBObjectStore) {
      // A transaction with a request that never ends does not end either.
      const { transaction } = this;
      vi.spyOn(transaction, "commit").mockImplementation(() => undefined);
      const goOn = () => {
        transaction.objectStore("entries").count().onsuccess = goOn;
      };
      goOn();
      return {} as IDBRequest<IDBValidKey>;
    });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const written = expect(store.write([{ add: [one] }])).rejects.toThrow();

    await vi.advanceTimersByTimeAsync(10_000);

    await written;
    vi.useRealTimers();
    hangs.mockRestore();
  });

  it("fails where the device is full: that is not an entry that is there already", async () => {
    const store = open();
    const full = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    const add = vi.spyOn(IDBObjectStore.prototype, "add");
    add.mockImplementation(function (this: IDBObjectStore) {
      return (this.transaction as FakeTransaction)._execRequestAsync({
        source: this,
        operation: full,
      });
    });

    await expect(store.write([{ add: [one] }])).rejects.toMatchObject({
      name: "QuotaExceededError",
    });

    add.mockRestore();
    expect((await store.write([{ add: [one] }])).pending).toEqual([one]);
  });

  it("fails where a value cannot be stored, and keeps what it had", async () => {
    const store = new IdbStore<unknown, string>("answers-1");
    await store.write([{ add: [one] }]);
    const bad = { id: "4", payload: () => undefined };

    await expect(store.write([{ add: [two] }, { add: [bad] }])).rejects.toThrow();
    expect((await store.write([])).pending).toEqual([one]);
  });
});
