import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { OwnedStore } from "@/lib/ownedStore";
import { noteOwner } from "./owner";
import type { Session } from "./types";

const ANA = { id: 1, email: "ana@news.example" };
const BEN = { id: 2, email: "ben@news.example" };
const SIGNAL = new AbortController().signal;
const SESSION = "/api/v1/session/";

/** A page that was just loaded, before a server that may be away. */
async function load() {
  vi.resetModules();
  const server = { user: ANA as typeof ANA | null, status: 200, isUp: true, asked: [] as string[] };
  vi.stubGlobal("fetch", async (request: Request) => {
    if (!server.isUp) throw new TypeError("Failed to fetch");
    const { pathname } = new URL(request.url);
    server.asked.push(`${request.method} ${pathname}`);
    if (server.status !== 200) return Response.json({ detail: "Away." }, { status: server.status });
    if (pathname !== SESSION) return Response.json({ slug: "pilot", name: "As it is" });
    return Response.json({ user: server.user, demo: null, has_accounts: true });
  });
  const { readSession, signIn, signOut, SESSION_KEPT } = await import("./session");
  const { isFromDevice, orKept } = await import("./kept");
  const { api, call, onSignedOut } = await import("./client");
  const signedOut = vi.fn();
  onSignedOut(signedOut);
  const ask = () => call(api.GET("/api/v1/projects/{slug}/", IN_PILOT));
  return {
    server,
    signedOut,
    signIn: () => signIn("somebody@news.example", "secret"),
    signOut,
    orKept,
    isFromDevice,
    read: () => readSession(SIGNAL),
    project: () => orKept(PILOT, SIGNAL, ask),
    ask,
    isUnsure: () => isFromDevice(SESSION_KEPT),
  };
}

const PILOT = ["project", "pilot"] as const;
const GUIDE = ["guidelines", "pilot"] as const;
const IN_PILOT = { params: { path: { slug: "pilot" } } };

/** What the annotate screen of an earlier page has kept. */
async function keep(user = ANA) {
  const session = { user, demo: null, has_accounts: true } as unknown as Session;
  const put = [
    [["session"], session],
    [PILOT, { slug: "pilot", name: "As it was" }],
    [GUIDE, "as it was"],
  ] as const;
  await new OwnedStore("onrecord-kept", 1).begin(user.id, { remove: [], put });
}

/** An earlier page, in which Ana was signed in and something was kept. */
async function annotate() {
  const page = await load();
  await page.read();
  await keep();
}

describe("A page without a server", () => {
  beforeEach(() => {
    vi.stubGlobal("indexedDB", new IDBFactory());
  });
  afterEach(() => {
    localStorage.clear();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("is that of who was signed in last, with what was kept of them", async () => {
    await annotate();
    const { server, read, project, isUnsure } = await load();
    server.isUp = false;

    expect((await read()).user).toEqual(ANA);
    expect(isUnsure()).toBe(true);
    expect(await project()).toMatchObject({ name: "As it was" });
  });

  it("is nobody's where nothing was kept", async () => {
    const { server, read } = await load();
    server.isUp = false;

    await expect(read()).rejects.toMatchObject({ code: "unreachable" });
  });

  it("takes a proxy that finds no server for none, and the server's refusal for its word", async () => {
    await annotate();
    const { server, read, project } = await load();
    await read();

    server.status = 502;
    expect(await project()).toMatchObject({ name: "As it was" });
    server.status = 404;
    await expect(project()).rejects.toMatchObject({ status: 404 });
  });

  it("does not wait for ever for a server that says nothing", async () => {
    await annotate();
    const { read } = await load();
    vi.stubGlobal("fetch", () => new Promise(() => undefined));
    vi.useFakeTimers({ toFake: ["setTimeout"], shouldAdvanceTime: true });

    const session = read();
    await vi.advanceTimersByTimeAsync(4_000);

    expect((await session).user).toEqual(ANA);
  });

  it("learns nothing of the server by what it has asked in vain", async () => {
    await annotate();
    const { server, read, project, orKept, isFromDevice } = await load();
    server.isUp = false;
    await read();
    await project();

    const leaving = new AbortController();
    const asked = orKept(PILOT, leaving.signal, (signal) => {
      return new Promise((_, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
      });
    });
    leaving.abort();

    await expect(asked).rejects.toMatchObject({ name: "AbortError" });
    expect(isFromDevice(PILOT)).toBe(true);
  });

  it("is sure of its user once the server has said so", async () => {
    await annotate();
    const { server, read, ask, isUnsure } = await load();
    server.isUp = false;
    await read();

    server.isUp = true;
    await read();
    expect(isUnsure()).toBe(false);
    server.asked.length = 0;
    await ask();

    expect(server.asked).toEqual(["GET /api/v1/projects/pilot/"]);
  });

  it("is not sure of somebody who signs in elsewhere while the server says nothing", async () => {
    await annotate();
    const { read, ask, isUnsure, server } = await load();
    const fetch = globalThis.fetch;
    vi.stubGlobal("fetch", async () => {
      noteOwner(BEN.id);
      await keep(BEN);
      throw new TypeError("Failed to fetch");
    });

    expect((await read()).user).toEqual(BEN);
    expect(isUnsure()).toBe(true);
    vi.stubGlobal("fetch", fetch);
    server.user = BEN;
    await ask();

    expect(server.asked).toEqual([`GET ${SESSION}`, "GET /api/v1/projects/pilot/"]);
  });

  it("asks whose page it is before all else, while it is not sure", async () => {
    await annotate();
    const { server, read, ask } = await load();
    server.isUp = false;
    await read();
    await expect(ask()).rejects.toMatchObject({ code: "unreachable" });

    server.isUp = true;
    await ask();
    await ask();

    const [first, ...rest] = server.asked;
    expect(first).toBe(`GET ${SESSION}`);
    expect(rest).toEqual(["GET /api/v1/projects/pilot/", "GET /api/v1/projects/pilot/"]);
  });

  it("asks for the password when nobody is signed in any more, and nothing stays kept", async () => {
    await annotate();
    const { server, read, signedOut } = await load();
    server.isUp = false;
    await read();

    Object.assign(server, { isUp: true, user: null });
    await expect(read()).rejects.toMatchObject({ status: 401 });
    expect(signedOut).toHaveBeenCalledOnce();

    const next = await load();
    next.server.isUp = false;
    await expect(next.read()).rejects.toMatchObject({ code: "unreachable" });
  });

  it("is loaded again when somebody else is signed in, and asks nothing in their name", async () => {
    const reload = vi.spyOn(location, "reload").mockReturnValue(undefined);
    await annotate();
    const { server, read, ask, signedOut } = await load();
    server.isUp = false;
    await read();

    Object.assign(server, { isUp: true, user: BEN });
    await expect(ask()).rejects.toMatchObject({ status: 401, code: "other_user" });
    expect(server.asked).toEqual([`GET ${SESSION}`]);
    await expect(read()).rejects.toMatchObject({ status: 401 });

    expect(reload).toHaveBeenCalledOnce();
    expect(signedOut).toHaveBeenCalledOnce();
    const next = await load();
    next.server.isUp = false;
    await expect(next.read()).rejects.toMatchObject({ code: "unreachable" });
  });

  it("shows nothing of a user whom another one has followed", async () => {
    await annotate();
    const ben = await load();
    ben.server.user = BEN;
    await ben.read();

    const next = await load();
    next.server.isUp = false;

    await expect(next.read()).rejects.toMatchObject({ code: "unreachable" });
  });

  it("shows nothing of who comes after, where a tab is still another one's", async () => {
    await annotate();
    const tab = await load();
    await tab.read();
    const ben = await load();
    ben.server.user = BEN;
    await ben.read();
    await keep(BEN);

    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));

    await expect(tab.project()).rejects.toMatchObject({ code: "unreachable" });
    await expect(tab.read()).rejects.toMatchObject({ code: "unreachable" });
  });

  it("shows whoever signs in after them nothing of who has signed out of it", async () => {
    await annotate();
    const { server, read, project, signIn, signOut } = await load();
    server.isUp = false;
    await read();
    await project();
    server.isUp = true;
    await read();
    await signOut();
    server.user = BEN;
    await signIn();

    server.isUp = false;

    await expect(project()).rejects.toMatchObject({ code: "unreachable" });
  });

  it("shows nothing after signing out", async () => {
    await annotate();
    const leaving = await load();
    await leaving.read();
    await leaving.signOut();

    const next = await load();
    next.server.isUp = false;

    await expect(next.read()).rejects.toMatchObject({ code: "unreachable" });
  });

  it("does not take a server in trouble for one that says nobody is signed in", async () => {
    await annotate();
    const { server, read, ask, signedOut } = await load();
    server.isUp = false;
    await read();

    Object.assign(server, { isUp: true, status: 503 });
    await expect(ask()).rejects.toMatchObject({ code: "unreachable" });

    expect(signedOut).not.toHaveBeenCalled();
  });
});
