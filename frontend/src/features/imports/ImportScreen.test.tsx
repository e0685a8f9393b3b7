import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Route, Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import type { ArticleImport, ImportFailure, Project } from "@/api/types";
import { ImportScreen } from "./ImportScreen";

const IMPORT: ArticleImport = {
  id: 7,
  name: "storms.csv",
  state: "running",
  total: 4000,
  done: 196,
  stored: 190,
  duplicates: 3,
  failed: 3,
  error: "",
  created_at: "2026-05-04T12:00:00Z",
  ended_at: null,
};
const LONG = "x".repeat(500);
const FAILURES: ImportFailure[] = [
  { row: 50, code: "no_text", reason: "There is no text in this row.", raw: '"Rain",' },
  { row: 51, code: "bad_row", reason: "The row is no JSON.", raw: LONG },
];

/** A server whose import is `state.found`, for as long as it is up. */
function serve(changes: Partial<ArticleImport> = {}) {
  const state = { found: { ...IMPORT, ...changes }, isUp: true, asked: [] as string[] };
  vi.stubGlobal("fetch", async (request: Request) => {
    const [, what = ""] = new URL(request.url).pathname.split("/imports/7/");
    if (!state.isUp) throw new TypeError("Failed to fetch");
    state.asked.push(`${request.method} ${what}`);
    if (what === "failures/") return reply({ next: null, previous: null, results: FAILURES });
    if (what === "cancel/") state.found = { ...state.found, state: "canceled" };
    if (what === "resume/") state.found = { ...state.found, state: "waiting" };
    return reply(state.found);
  });
  return state;
}

function reply(body: unknown) {
  return new Response(JSON.stringify(body), { status: 200 });
}

function show(role: Project["role"] = "lead") {
  const project = { slug: "ferries", name: "Ferries", role } as Project;
  const { hook } = memoryLocation({ path: "/projects/ferries/articles/imports/7" });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Router hook={hook}>
        <Route path="/projects/:slug/articles/imports/:id">
          <ImportScreen project={project} />
        </Route>
      </Router>
    </QueryClientProvider>,
  );
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("An import", () => {
  it("shows how far it is, and what became of its rows", async () => {
    serve();
    show();

    expect(await screen.findByText("196 of 4,000 rows")).toBeTruthy();
    expect(screen.getByRole("progressbar").getAttribute("value")).toBe("196");
    const figures = screen.getAllByRole("definition").map((one) => one.textContent);
    expect(figures[0]).toMatch(/^190/);
    expect(figures[1]).toMatch(/^3/);
    const [, row] = await within(await screen.findByRole("table")).findAllByRole("row");
    expect(row?.textContent).toContain("There is no text in this row.");
    expect(screen.queryByText(LONG)).toBeNull();
    expect(screen.getByRole("link", { name: "Download as CSV" }).getAttribute("href")).toBe(
      "/api/v1/projects/ferries/imports/7/failures.csv",
    );
  });

  it("that has not been counted yet says so", async () => {
    serve({ state: "waiting", total: null, done: 0, stored: 0, duplicates: 0, failed: 0 });
    show();

    expect(await screen.findByText("Counting the rows…")).toBeTruthy();
    expect(screen.queryByRole("table")).toBeNull();
  });

  it("is canceled only after a word on what stays, and can be resumed", async () => {
    const user = userEvent.setup();
    const server = serve();
    show();

    await user.click(await screen.findByRole("button", { name: "Cancel the import" }));
    const dialog = within(screen.getByRole("dialog"));
    expect(dialog.getByText(/190 articles stored so far will stay/)).toBeTruthy();
    expect(server.asked).not.toContain("POST cancel/");
    await user.click(dialog.getByRole("button", { name: "Cancel the import" }));
    await user.click(await screen.findByRole("button", { name: "Resume" }));

    await screen.findByText("Waiting for a worker to take it up.");
    expect(server.asked).toContain("POST resume/");
  });

  it("keeps what was known while the server cannot be reached", async () => {
    const server = serve();
    show();
    await screen.findByText("196 of 4,000 rows");

    server.isUp = false;
    await screen.findByText(/This is how it stood last/, undefined, { timeout: 4000 });
    expect(screen.getByText("196 of 4,000 rows")).toBeTruthy();

    server.isUp = true;
    server.found = { ...server.found, done: 4000, state: "done", ended_at: IMPORT.created_at };
    await screen.findByText("4,000 of 4,000 rows", undefined, { timeout: 6000 });
    await waitFor(() => expect(screen.queryByText(/This is how it stood last/)).toBeNull());
  }, 15_000);

  it("is a lead's alone", () => {
    const server = serve();
    show("viewer");

    expect(screen.getByText("Only a lead sees imports.")).toBeTruthy();
    expect(server.asked).toEqual([]);
  });
});
