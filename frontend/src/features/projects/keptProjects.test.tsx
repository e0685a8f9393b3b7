import "fake-indexeddb/auto";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { KEPT, noteOwner } from "@/api/owner";
import { announceSignedIn } from "@/api/session";
import { makeProject } from "@/api/testing";
import { OwnedStore } from "@/lib/ownedStore";
import { ProjectsScreen } from "./ProjectsScreen";

const ANA = { id: 7, email: "ana@news.example", name: "Ana", creates_projects: true };
const SESSION = { user: ANA, demo: null, has_accounts: true };
const NOBODY = { ...SESSION, user: null };
const LIST = [
  makeProject({ slug: "ferries", name: "Ferries", role: "annotator" }),
  makeProject({ slug: "port", name: "Port", role: "annotator" }),
];

/** Open the list, of which the annotating of the first project is kept. */
async function open({ isUp } = { isUp: false }) {
  noteOwner(ANA.id);
  const put = [
    [["session"], SESSION],
    [["project", "ferries"], LIST[0]],
    [["article", "ferries", 1], { at: 0, article: {} }],
  ] as const;
  await new OwnedStore(KEPT, 1).begin(ANA.id, { remove: [], put });
  const server = { isUp, session: SESSION as typeof SESSION | typeof NOBODY };
  vi.stubGlobal("fetch", async ({ url }: Request) => {
    if (!server.isUp) throw new TypeError("Failed to fetch");
    const list = { next: null, previous: null, results: LIST };
    return Response.json(url.endsWith("/session/") ? server.session : list);
  });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={queries}>
      <ProjectsScreen />
    </QueryClientProvider>,
  );
  return server;
}

const names = () => screen.getAllByRole("heading", { level: 2 }).map((one) => one.textContent);

describe("The list of projects without a server", () => {
  beforeEach(() => {
    vi.stubGlobal("indexedDB", new IDBFactory());
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  });
  afterEach(() => {
    cleanup();
    localStorage.clear();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("has those whose annotating is kept, without old figures, and says so", async () => {
    await open();

    await screen.findByText(/^We could not reach the server\./);
    expect(names()).toEqual(["Ferries"]);
    expect(screen.getByText("1 article kept on this device")).toBeTruthy();
    expect(screen.queryByRole("progressbar")).toBeNull();
    expect(screen.queryByRole("link", { name: "New project" })).toBeNull();
    const link = screen.getByRole("link", { name: "Continue, Ferries" });
    expect(link.getAttribute("href")).toBe("/projects/ferries/annotate");
  });

  it("turns into the usual one by itself, around the link that has the focus", async () => {
    const server = await open();
    const link = await screen.findByRole("link", { name: "Continue, Ferries" });
    link.focus();

    server.isUp = true;
    await vi.advanceTimersByTimeAsync(3_000);

    await screen.findByRole("heading", { name: "Port" });
    expect(names()).toEqual(["Ferries", "Port"]);
    expect(screen.queryByText(/reach the server/)).toBeNull();
    expect(document.activeElement).toBe(link);
  });

  it("stays the server's where that was there before, with the time that it is of", async () => {
    const server = await open({ isUp: true });
    await screen.findByRole("heading", { name: "Port" });

    server.isUp = false;
    announceSignedIn();

    await screen.findByText(/^Projects could not be loaded\. This list is from /);
    expect(names()).toEqual(["Ferries", "Port"]);
    expect(screen.getAllByRole("progressbar")).toHaveLength(2);
  });

  it("is asked for again after signing in over it", async () => {
    const server = await open();
    await screen.findByText(/^We could not reach the server\./);
    Object.assign(server, { isUp: true, session: NOBODY });
    await vi.advanceTimersByTimeAsync(3_000);
    await screen.findByText("Projects could not be loaded");
    expect(names()).toEqual(["Ferries"]);

    server.session = SESSION;
    announceSignedIn();

    await screen.findByRole("heading", { name: "Port" });
    expect(screen.queryByText("Projects could not be loaded")).toBeNull();
  });
});
