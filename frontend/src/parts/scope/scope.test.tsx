import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { useScope } from "./scope";

const SELECTION = {
  scope: "selection:5f0c2a9b1d7e4630",
  filters: { annotators: [7] },
  counted_at: null as string | null,
  is_current: false,
  articles: 40,
  articles_done: 10,
};

/** A server that counts a selection, and what it is asked. */
function serve() {
  const state = { selection: { ...SELECTION }, status: 200, asked: [] as unknown[] };
  vi.stubGlobal("fetch", async (request: Request) => {
    state.asked.push(await request.json());
    return Response.json(state.selection, { status: state.status });
  });
  return state;
}

function open(search: string, isLead = true) {
  history.replaceState(null, "", `/projects/ferries${search}`);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  return renderHook(() => useScope("ferries", isLead), { wrapper }).result;
}

describe("The scope of a page", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it("is everything where nothing is filtered, and nobody is asked", () => {
    const { asked } = serve();

    const scope = open("?labels=collapsed");

    expect(scope.current).toMatchObject({
      scope: "all",
      isReady: true,
      labels: "collapsed",
      search: "?labels=collapsed",
    });
    expect(asked).toEqual([]);
  });

  it("is a selection that the server counts, and ready once it is counted", async () => {
    const state = serve();
    const scope = open("?since=2026-05-04&annotator=7");
    expect(scope.current).toMatchObject({ scope: null, isReady: false });

    await waitFor(() => expect(scope.current.scope).toBe(SELECTION.scope));
    expect(scope.current).toMatchObject({ isReady: false, selection: { articles_done: 10 } });
    expect(state.asked[0]).toEqual({
      since: "2026-05-04",
      until: null,
      revisions: [],
      annotators: [7],
      outlets: [],
    });

    state.selection = { ...SELECTION, counted_at: "2026-05-04T12:00:00Z", articles_done: 40 };
    await waitFor(() => expect(scope.current.isReady).toBe(true), { timeout: 3000 });
  });

  it("says that the server did not take it, and asks again on request", async () => {
    const state = serve();
    state.status = 500;
    const scope = open("?annotator=7");
    await waitFor(() => expect(scope.current.isError).toBe(true));

    state.status = 200;
    scope.current.refetch();

    await waitFor(() =>
      expect(scope.current).toMatchObject({ isError: false, scope: SELECTION.scope }),
    );
  });

  it("is everything for whoever is no lead, whatever the address says", () => {
    const { asked } = serve();

    const scope = open("?annotator=7", false);

    expect(scope.current).toMatchObject({ scope: "all", search: "" });
    expect(asked).toEqual([]);
  });
});
