import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "./client";
import { DEFAULT_PREFERENCES, savePreferences, useKeymap, usePreferences } from "./preferences";
import { sessionQuery } from "./queries";

let user = 100;

/** A page of a user nobody has been before: what is kept is kept for each of them. */
function begin(chosen = {}, id = user) {
  const queries = new QueryClient();
  const preferences = { ...DEFAULT_PREFERENCES, keys: {}, ...chosen };
  const named = { id, email: "ana@news.example", name: "Ana", creates_projects: false };
  const account = { ...named, preferences };
  queries.setQueryData(sessionQuery.queryKey, { user: account, demo: null, has_accounts: true });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => ({ ...usePreferences(), keymap: useKeymap() }), { wrapper });
  return result;
}

/** A server that answers with what it was sent, or with `refusal`. */
function serve({ refusal = null as Response | null, isUp = true } = {}) {
  const state = { refusal, isUp, sent: [] as unknown[] };
  let known = { ...DEFAULT_PREFERENCES };
  vi.stubGlobal("fetch", async (request: Request) => {
    if (!state.isUp) throw new TypeError("Failed to fetch");
    if (state.refusal) return state.refusal.clone();
    const changes = await request.json();
    state.sent.push(changes);
    known = { ...known, ...changes };
    return new Response(JSON.stringify(known));
  });
  return state;
}

const stored = () => JSON.parse(localStorage.getItem(`onrecord.preferences.${user}`) ?? "{}");

describe("Preferences", () => {
  beforeEach(() => {
    user += 1;
    localStorage.clear();
  });
  afterEach(cleanup);

  it("are those of the account", () => {
    serve();
    const now = begin({ auto_advance: false, keys: { skip: ["u"] } });

    expect(now.current.auto_advance).toBe(false);
    expect(now.current.keymap.skip).toEqual(["u"]);
  });

  it("hold at once, and are sent", async () => {
    const server = serve();
    const now = begin();

    await act(() => savePreferences({ single_keys: false }));

    expect(now.current.single_keys).toBe(false);
    expect(server.sent).toEqual([{ single_keys: false }]);
    expect(stored().unsent).toEqual({});
  });

  it("hold without a network, after a reload too, and are sent when it is back", async () => {
    const server = serve({ isUp: false });
    const now = begin();

    await act(async () => {
      expect(await savePreferences({ keys: { undo: ["u"] } })).toBe("kept");
    });
    expect(now.current.keymap.undo).toEqual(["u"]);
    expect(stored().unsent).toEqual({ keys: { undo: ["u"] } });

    server.isUp = true;
    await act(async () => {
      window.dispatchEvent(new Event("online"));
    });
    await waitFor(() => expect(server.sent).toEqual([{ keys: { undo: ["u"] } }]));
    await waitFor(() => expect(stored().unsent).toEqual({}));
  });

  it("outlast what the session says from before they could be sent", async () => {
    serve({ isUp: false });
    begin();
    await act(() => savePreferences({ auto_advance: false }));
    cleanup();

    const later = begin({ auto_advance: true });

    expect(later.current.auto_advance).toBe(false);
  });

  it("are as before where the server refuses them", async () => {
    const detail = "This is no command.";
    const refusal = new Response(JSON.stringify({ code: "invalid", detail }), { status: 400 });
    serve({ refusal });
    const now = begin();

    await act(async () => {
      await expect(savePreferences({ keys: { skip: ["u"] } })).rejects.toBeInstanceOf(ApiError);
    });

    expect(now.current.keymap.skip).toEqual(["s"]);
  });

  it("follow what another tab has chosen", async () => {
    serve();
    const now = begin();
    const known = { ...DEFAULT_PREFERENCES, single_keys: false };
    const key = `onrecord.preferences.${user}`;
    localStorage.setItem(key, JSON.stringify({ known, unsent: {} }));

    act(() => {
      window.dispatchEvent(new StorageEvent("storage", { key }));
    });

    expect(now.current.single_keys).toBe(false);
  });

  it("tell the next page its language before anybody has signed in", async () => {
    serve();
    begin();

    await act(() => savePreferences({ language: "de" }));

    expect(localStorage.getItem("onrecord.language")).toBe("de");
  });

  it("are not mixed up by what is stored in another shape", () => {
    serve();
    localStorage.setItem(`onrecord.preferences.${user}`, "not JSON");

    expect(begin().current.single_keys).toBe(true);
  });
});
