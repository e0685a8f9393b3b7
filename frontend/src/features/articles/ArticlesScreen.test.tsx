import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { makeProject } from "@/api/testing";
import type { ArticleSummary } from "@/api/types";
import { ArticlesScreen } from "./ArticlesScreen";

const FLAGGED: ArticleSummary = {
  id: 4,
  title: "Ferry stays",
  outlet: "",
  published_on: null,
  language: "",
  created_at: "2026-05-04T12:00:00Z",
  words: 14,
  claims: 2,
  dropped: 0,
  remarks: 3,
  assignments: [],
};
const QUIET = { ...FLAGGED, id: 5, title: "Bus leaves", remarks: 0 };

/** Serve a list by whether only what has a remark is asked for. */
function show(lists: Record<"true" | "false", ArticleSummary[]>, search = "") {
  vi.stubGlobal("fetch", async (request: Request) => {
    const remarked = new URL(request.url).searchParams.get("remarked");
    const results = lists[remarked === "true" ? "true" : "false"];
    return Response.json({ next: null, previous: null, results });
  });
  history.replaceState(null, "", `/projects/ferries/articles${search}`);
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ArticlesScreen project={makeProject({ role: "viewer" })} />
    </QueryClientProvider>,
  );
}

const link = (name: string) => screen.findByRole("link", { name });

describe("The list of articles", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
    history.replaceState(null, "", "/");
  });

  it("leads to each, and says where something is for the lead", async () => {
    show({ false: [FLAGGED, QUIET], true: [FLAGGED] });

    expect((await link("Ferry stays")).getAttribute("href")).toBe("/projects/ferries/articles/4");
    expect(screen.getAllByText(/flagged or noted$/).map((one) => one.textContent)).toEqual([
      "3 flagged or noted",
    ]);
  });

  it("is cut to these by the address, and the page of each with it", async () => {
    show({ false: [FLAGGED, QUIET], true: [FLAGGED] });

    await userEvent.click(await link("Flagged or with a note"));

    expect(location.search).toBe("?only=remarked");
    const href = "/projects/ferries/articles/4?only=remarked";
    await vi.waitFor(async () =>
      expect((await link("Ferry stays")).getAttribute("href")).toBe(href),
    );
    expect(screen.queryByText("Bus leaves")).toBeNull();
    await userEvent.click(await link("All"));
    expect(location.search).toBe("");
  });

  it("says so where nothing is flagged and nobody has left a note", async () => {
    show({ false: [QUIET], true: [] }, "?only=remarked");

    expect(await screen.findByText("Nothing is flagged and nobody has left a note")).toBeTruthy();
    expect((await link("Show all articles")).getAttribute("href")).toBe(
      "/projects/ferries/articles",
    );
  });

  it("offers no filter where there are no articles yet", async () => {
    show({ false: [], true: [] });

    await screen.findByText("Start with one article");

    expect(screen.queryByRole("link", { name: "Flagged or with a note" })).toBeNull();
  });
});
