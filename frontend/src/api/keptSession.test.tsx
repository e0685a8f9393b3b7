import "fake-indexeddb/auto";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, renderHook } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { OwnedStore } from "@/lib/ownedStore";
import { KEPT, noteOwner } from "./owner";
import { DEFAULT_PREFERENCES, usePreferences } from "./preferences";
import { sessionQuery } from "./queries";

const ANA = { id: 7, email: "ana@news.example", name: "Ana", preferences: DEFAULT_PREFERENCES };
const SESSION = { user: ANA, demo: null, has_accounts: true };

describe("A session that was kept", () => {
  afterEach(() => {
    cleanup();
    localStorage.clear();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("leaves the preferences of the device, until the server says the same again", async () => {
    noteOwner(ANA.id);
    const put = [[["session"], SESSION]] as const;
    await new OwnedStore(KEPT, 1).begin(ANA.id, { remove: [], put });
    const newer = { known: { ...DEFAULT_PREFERENCES, auto_advance: false }, unsent: {} };
    localStorage.setItem(`onrecord.preferences.${ANA.id}`, JSON.stringify(newer));
    const answer = vi.fn().mockRejectedValue(new TypeError("Failed to fetch"));
    vi.stubGlobal("fetch", answer);
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const queries = new QueryClient();
    const { result } = renderHook(usePreferences, {
      wrapper: ({ children }) => (
        <QueryClientProvider client={queries}>{children}</QueryClientProvider>
      ),
    });
    await vi.waitFor(() => expect(queries.getQueryData(sessionQuery.queryKey)).toEqual(SESSION));
    await vi.waitFor(() => expect(result.current.auto_advance).toBe(false));

    answer.mockImplementation(async () => Response.json(SESSION));
    await vi.advanceTimersByTimeAsync(3_000);

    await vi.waitFor(() => expect(result.current.auto_advance).toBe(true));
    const asked = answer.mock.calls.length;
    await vi.advanceTimersByTimeAsync(9_000);
    expect(answer).toHaveBeenCalledTimes(asked);
  });
});
