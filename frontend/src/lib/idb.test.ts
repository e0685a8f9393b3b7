import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { IdbStore } from "./idb";
import type { Entry, Refusal } from "./outboxRules";

const one: Entry<string> = { id: "1", payload: "one" };
const two: Entry<string> = { id: "2", payload: "two" };
const three: Entry<string> = { id: "3", payload: "three" };
const refusal: Refusal<string, string> = { ...one, reason: "No.", code: "closed", current: "it" };

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

  it("fails where a value cannot be stored, and keeps what it had", async () => {
    const store = new IdbStore<unknown, string>("answers-1");
    await store.write([{ add: [one] }]);
    const bad = { id: "4", payload: () => undefined };

    await expect(store.write([{ add: [two] }, { add: [bad] }])).rejects.toThrow();
    expect((await store.write([])).pending).toEqual([one]);
  });
});
