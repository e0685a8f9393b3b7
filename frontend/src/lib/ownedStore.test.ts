import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { OwnedStore } from "./ownedStore";

const ANA = 1;
const BEN = 2;
const NONE = { remove: [], put: [] };

const open = (shape = 1) => new OwnedStore("kept", shape);

describe("The database of one owner", () => {
  beforeEach(() => {
    vi.stubGlobal("indexedDB", new IDBFactory());
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("gives what lies at a key and under it, in order, and nothing beside", async () => {
    await open().begin(ANA, {
      remove: [],
      put: [
        [["article", "pilot", 10], "ten"],
        [["article", "pilot", 9], "nine"],
        [["article", "pilot-2", 1], "other"],
        [["article"], "all"],
        [["project", "pilot"], "project"],
      ],
    });

    expect(await open().read(ANA, ["article", "pilot"])).toEqual(["nine", "ten"]);
    expect(await open().read(ANA, ["article"])).toEqual(["all", "nine", "ten", "other"]);
  });

  it("removes before it puts", async () => {
    await open().begin(ANA, { remove: [], put: [[["answer", 1, 11], "old"]] });

    await open().change(ANA, { remove: [["answer", 1]], put: [[["answer", 1, 12], "new"]] });

    expect(await open().read(ANA, ["answer"])).toEqual(["new"]);
  });

  it("gives nothing to anybody else, and takes nothing from them", async () => {
    await open().begin(ANA, { remove: [], put: [[["session"], "Ana"]] });

    expect(await open().read(BEN, ["session"])).toEqual([]);
    expect(await open().change(BEN, { remove: [], put: [[["session"], "Ben"]] })).toBe(false);
    expect(await open().read(ANA, ["session"])).toEqual(["Ana"]);
  });

  it("loses all of the owner before when another one begins", async () => {
    await open().begin(ANA, { remove: [], put: [[["article", 1], "Ana's"]] });

    await open().begin(BEN, NONE);
    await open().begin(ANA, NONE);

    expect(await open().read(ANA, ["article"])).toEqual([]);
  });

  it("takes nothing after it was deleted, until its owner begins again", async () => {
    await open().begin(ANA, { remove: [], put: [[["session"], "Ana"]] });
    indexedDB.deleteDatabase("kept");

    expect(await open().change(ANA, { remove: [], put: [[["article", 1], "late"]] })).toBe(false);

    expect(await open().read(ANA, ["article"])).toEqual([]);
  });

  it("makes all changes or none", async () => {
    const bad = () => undefined;

    const made = open().begin(ANA, {
      remove: [],
      put: [
        [["a"], 1],
        [["b"], bad],
      ],
    });

    await expect(made).rejects.toThrow();
    expect(await open().read(ANA, ["a"])).toEqual([]);
  });

  it("counts as empty where it is of an older shape, and cannot be had where of a newer", async () => {
    await open(2).begin(ANA, { remove: [], put: [[["session"], "Ana"]] });

    await expect(open(1).read(ANA, ["session"])).rejects.toThrow();
    expect(await open(3).read(ANA, ["session"])).toEqual([]);
  });
});
