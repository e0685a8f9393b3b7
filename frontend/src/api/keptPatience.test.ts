import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { OwnedStore } from "@/lib/ownedStore";
import { noteOwner } from "./owner";

const ANA = 1;
const PILOT = ["project", "pilot"] as const;
const GUIDE = ["guidelines", "pilot"] as const;
const SIGNAL = new AbortController().signal;

/** A page that was just loaded, with something kept of who annotates. */
async function load() {
  vi.resetModules();
  noteOwner(ANA);
  const put = [
    [PILOT, "as it was"],
    [GUIDE, "as it was"],
  ] as const;
  await new OwnedStore("onrecord-kept", 1).begin(ANA, { remove: [], put });
  const { orKept } = await import("./kept");
  const { unreachable } = await import("./errors");
  return { orKept, away: () => Promise.reject(unreachable(null)) };
}

const saysAfter = (wait: number) => () =>
  new Promise((resolve) => setTimeout(resolve, wait, "as it is"));

describe("The patience with a server that is slow", () => {
  beforeEach(() => {
    vi.stubGlobal("indexedDB", new IDBFactory());
    vi.useFakeTimers({ toFake: ["setTimeout"], shouldAdvanceTime: true });
  });
  afterEach(() => {
    localStorage.clear();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("is little after its silence", async () => {
    const { orKept, away } = await load();
    await expect(orKept(["other"], SIGNAL, away)).rejects.toMatchObject({ status: 0 });

    const guide = orKept(GUIDE, SIGNAL, saysAfter(2_000));
    await vi.advanceTimersByTimeAsync(2_000);

    expect(await guide).toBe("as it was");
  });

  it("is as before once it has spoken again", async () => {
    const { orKept, away } = await load();
    await orKept(PILOT, SIGNAL, away);
    await orKept(PILOT, SIGNAL, async () => "as it is");

    const guide = orKept(GUIDE, SIGNAL, saysAfter(2_000));
    await vi.advanceTimersByTimeAsync(2_000);

    expect(await guide).toBe("as it is");
  });

  it("is as before also where it has spoken late, and nothing was kept", async () => {
    const { orKept } = await load();
    const late = orKept(["other"], SIGNAL, saysAfter(5_000));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await late).toBe("as it is");

    const guide = orKept(GUIDE, SIGNAL, saysAfter(2_000));
    await vi.advanceTimersByTimeAsync(2_000);

    expect(await guide).toBe("as it is");
  });
});
