import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { sessionQuery } from "@/api/queries";
import type { ProjectSummary } from "@/api/types";
import { ProjectsScreen } from "./ProjectsScreen";

const FERRIES = {
  slug: "ferries",
  name: "Ferries",
  role: "viewer",
  state: "open",
  overlap: 3,
  articles: 1,
  claims: 10,
  people: 2,
  answers: 4,
  answers_needed: 30,
  mine: { answered: 0, available: 0 },
  alpha: null,
} as const satisfies ProjectSummary;

function open(projects: readonly ProjectSummary[], createsProjects: boolean) {
  vi.stubGlobal(
    "fetch",
    async () => new Response(JSON.stringify({ next: null, previous: null, results: projects })),
  );
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const preferences = { keys: {}, single_keys: true, auto_advance: true, language: "" as const };
  const named = { id: 7, email: "lena@news.example", name: "Lena" };
  queries.setQueryData(sessionQuery.queryKey, {
    user: { ...named, creates_projects: createsProjects, preferences },
    demo: null,
    has_accounts: true,
  });
  render(
    <QueryClientProvider client={queries}>
      <ProjectsScreen />
    </QueryClientProvider>,
  );
}

describe("The list of projects", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it("leads those to a new one who may create it", async () => {
    open([FERRIES], true);
    await screen.findByRole("heading", { name: "Ferries" });
    const link = screen.getByRole("link", { name: "New project" });
    expect(link.getAttribute("href")).toBe("/projects/new");
  });

  it("does not lead others there", async () => {
    open([FERRIES], false);
    await screen.findByRole("heading", { name: "Ferries" });
    expect(screen.queryByRole("link", { name: "New project" })).toBeNull();
  });

  it("asks those to make the first one who may, once", async () => {
    open([], true);
    await screen.findByText("No project yet");
    expect(screen.getAllByRole("link", { name: "New project" })).toHaveLength(1);
    expect(screen.queryByRole("button", { name: "Copy your email" })).toBeNull();
  });

  it("tells others whom to ask, with their address to copy", async () => {
    open([], false);
    expect(await screen.findByText(/Ask your lead to add you: lena@news\.example\./)).toBeTruthy();
    expect(screen.getByRole("button", { name: "Copy your email" })).toBeTruthy();
  });
});
