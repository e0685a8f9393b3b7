import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ActivityEntry, Project } from "@/api/types";
import { ActivityScreen } from "./ActivityScreen";
import { makeEntry, PROJECT } from "./testing";

const CREATED = makeEntry({ id: "act-1" });
const EXPORTED = makeEntry({ id: "act-2", kind: "labels_exported", details: { names: false } });
const ANSWERED = makeEntry({
  id: "event-9",
  actor: { id: 7, name: "Amal" },
  kind: "answer_created",
  details: {
    article: "Ferry",
    number: 3,
    after: { source_type: "named", confidence: 2, skipped: false },
  },
});

/** A server whose log is `pages`, from the newest on, for as long as it is up. */
function serve(...pages: ActivityEntry[][]) {
  const state = { pages, isUp: true, asked: [] as string[] };
  vi.stubGlobal("fetch", async (request: Request) => {
    const { pathname, searchParams, search } = new URL(request.url);
    if (pathname.endsWith("/members/"))
      return Response.json([{ id: 7, name: "Amal", active: true }]);
    state.asked.push(search);
    if (!state.isUp) return Response.json({ code: "error", detail: "Broken." }, { status: 500 });
    const at = Number(searchParams.get("cursor") ?? 0);
    const next = at + 1 < state.pages.length ? `http://x/?cursor=${at + 1}` : null;
    return Response.json({ next, previous: null, results: state.pages[at] ?? [] });
  });
  return state;
}

function show(search = "", role: Project["role"] = "lead") {
  window.history.replaceState(null, "", `/projects/ferries/activity${search}`);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={queries}>
      <ActivityScreen project={{ ...PROJECT, role }} />
    </QueryClientProvider>,
  );
  return queries;
}

const lines = () =>
  screen.queryAllByRole("listitem").map((item) => item.querySelector("p")?.textContent);

describe("Activity", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
    window.history.replaceState(null, "", "/");
  });

  it("is told in sentences, by days, and goes back to where the project began", async () => {
    serve([ANSWERED, EXPORTED], [CREATED]);
    show();

    await userEvent.click(await screen.findByRole("button", { name: "Show earlier" }));

    await screen.findByText("That is where the project began.");
    expect(lines()).toEqual([
      "Amal answered claim 3 of “Ferry”: Named source, 2 of 3",
      "Lena exported the labels",
      "Lena created the project",
    ]);
    expect(screen.getAllByRole("heading", { level: 2 })).toHaveLength(1);
    expect(screen.queryByRole("button", { name: "Show earlier" })).toBeNull();
  });

  it("leads to the claim that an entry is about", async () => {
    const about = { ...ANSWERED.details, article_id: 4, claim: 12 };
    serve([{ ...ANSWERED, details: about }, CREATED]);
    show();

    const link = await screen.findByRole("link", { name: "Ferry" });

    expect(link.getAttribute("href")).toBe("/projects/ferries/articles/4#claim-12");
    expect(link.closest("p")?.textContent).toMatch(/^Amal answered claim 3 of “Ferry”: /);
  });

  it("is filtered by the address, the file as the list", async () => {
    const user = userEvent.setup();
    const state = serve([CREATED]);
    show("?kind=settings&since=2026-05-01");
    await screen.findByText(/created the project/);

    expect(state.asked[0]).toBe("?kind=settings&since=2026-05-01");
    await screen.findByRole("option", { name: "Amal" });
    await user.selectOptions(screen.getByLabelText("Who"), "Amal");

    expect(location.search).toBe("?kind=settings&actor=7&since=2026-05-01");
    expect(screen.getByRole("link", { name: "Download as CSV" }).getAttribute("href")).toBe(
      "/api/v1/projects/ferries/activity.csv?kind=settings&actor=7&since=2026-05-01",
    );
    await user.click(screen.getByRole("button", { name: "Show everything" }));
    expect(location.search).toBe("");
  });

  it("says so where nothing matches, and where nothing has happened", async () => {
    serve([]);
    show("?kind=exports");

    await screen.findByText("Nothing matches");
    await userEvent.click(screen.getAllByRole("button", { name: "Show everything" })[0] as Element);

    expect(await screen.findByText("Nothing has happened yet")).toBeTruthy();
  });

  it("shows what is new when asked to, and moves nothing before", async () => {
    const state = serve([CREATED]);
    const queries = show();
    await screen.findByText(/created the project/);

    state.pages = [[ANSWERED, EXPORTED, CREATED]];
    await queries.refetchQueries({ predicate: ({ queryKey }) => queryKey.at(-1) === "newest" });
    const button = await screen.findByRole("button", { name: "Show 2 new entries" });
    expect(lines()).toHaveLength(1);
    await userEvent.click(button);

    await waitFor(() => expect(lines()).toHaveLength(3));
    expect(lines()[0]).toContain("Amal answered");
    expect(screen.queryByRole("button", { name: /new entr/ })).toBeNull();
  });

  it("can be asked for again after it could not be loaded", async () => {
    const state = serve([CREATED]);
    state.isUp = false;
    show();
    const again = await screen.findByRole("button", { name: "Try again" });

    state.isUp = true;
    await userEvent.click(again);

    expect(await screen.findByText(/created the project/)).toBeTruthy();
  });

  it("is for leads", () => {
    const state = serve([CREATED]);
    show("", "viewer");

    expect(screen.getByText("The activity of a project is for its leads.")).toBeTruthy();
    expect(state.asked).toEqual([]);
  });
});
