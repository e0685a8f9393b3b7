import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import { sessionQuery } from "@/api/queries";
import type { Guidelines, Project, Revision } from "@/api/types";
import { draftName, keepDraft, readDraft } from "./draft";
import { GuidelinesScreen } from "./GuidelinesScreen";

const AT = "/projects/ferries/guidelines";
const USER = 7;
const DRAFT = draftName(USER, "ferries");

type Stored = Guidelines & Pick<Revision, "author">;

function makeRevision(number: number, body: string, note = ""): Stored {
  return {
    number,
    body,
    change_note: note,
    author: `Author ${number}`,
    created_at: "2026-05-04T08:00:00Z",
  };
}

/** A server with revisions, the newest last, that takes another one as long as it follows it. */
function serve(...revisions: Stored[]) {
  const sent: unknown[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (request.method === "POST") {
      const { base, body, change_note } = await request.json();
      sent.push({ base, change_note });
      const newest = revisions.at(-1)?.number ?? 0;
      if (base !== newest) {
        return reply(409, { code: "guidelines_moved_on", detail: "Another one is there." });
      }
      revisions.push(makeRevision(newest + 1, body, change_note));
      return reply(201, revisions.at(-1));
    }
    if (pathname.endsWith("/revisions/")) return reply(200, revisions.toReversed());
    const asked = Number(searchParams.get("revision"));
    const found = asked ? revisions.find(({ number }) => number === asked) : revisions.at(-1);
    return found ? reply(200, found) : reply(404, { code: "not_found", detail: "None." });
  });
  return { sent, revisions };
}

function reply(status: number, body: unknown) {
  return new Response(JSON.stringify(body), { status });
}

function open(path = AT, role: Project["role"] = "lead", search = "") {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const { hook, searchHook, history } = memoryLocation({
    path,
    searchPath: search,
    record: true,
  });
  const preferences = { keys: {}, single_keys: true, auto_advance: true, language: "" as const };
  const named = { id: USER, email: "lena@news.example", name: "Lena", creates_projects: true };
  const session = { user: { ...named, preferences }, demo: null, has_accounts: true };
  queries.setQueryData(sessionQuery.queryKey, session);
  render(
    <QueryClientProvider client={queries}>
      <Router hook={hook} searchHook={searchHook}>
        <GuidelinesScreen project={{ slug: "ferries", name: "Ferries", role } as Project} />
      </Router>
    </QueryClientProvider>,
  );
  return history;
}

const FIRST = makeRevision(1, "# Rules\n\nGo by the article.");
const SECOND = makeRevision(2, "# Rules\n\nGo by the article alone.", "Nothing else counts");

describe("The guidelines", () => {
  afterEach(() => {
    cleanup();
    localStorage.clear();
    vi.unstubAllGlobals();
  });

  it("are read with who published them and why, and edited by leads alone", async () => {
    serve(FIRST, SECOND);
    open(AT, "annotator");

    expect(await screen.findByRole("heading", { name: "Rules" })).toBeTruthy();
    expect(await screen.findByText(/Revision 2 .* Author 2 · Nothing else counts/)).toBeTruthy();
    expect(screen.queryByRole("link", { name: "Edit" })).toBeNull();
  });

  it("show an earlier revision and what differs, as the address says", async () => {
    serve(FIRST, SECOND, makeRevision(3, "# Rules\n\nGo by the article. Take your time."));
    open(AT, "annotator", "revision=1&compare=3");

    expect(await screen.findByText("What changed from revision 1 to 3")).toBeTruthy();
    expect(screen.getByText("Take your time.", { exact: false }).tagName).toBe("INS");
    expect(screen.getByLabelText<HTMLSelectElement>("Revision").value).toBe("1");
    expect(screen.getByLabelText<HTMLSelectElement>("Compared with").value).toBe("3");
  });
});

describe("The editor of the guidelines", () => {
  afterEach(() => {
    cleanup();
    localStorage.clear();
    vi.unstubAllGlobals();
  });

  const body = () => screen.findByLabelText<HTMLTextAreaElement>("Text, in Markdown");

  it("publishes the next revision and says so", async () => {
    const user = userEvent.setup();
    const { sent } = serve(FIRST);
    open(AT, "lead", "edit");

    await user.type(await body(), " Alone.");
    expect(readDraft(DRAFT)?.body).toMatch("Alone.");
    await user.type(screen.getByLabelText("What changed"), "Only the article{Enter}");

    expect(await screen.findByText(/Revision 2 is in force\./)).toBeTruthy();
    expect(sent).toEqual([{ base: 1, change_note: "Only the article" }]);
    expect(readDraft(DRAFT)).toBeNull();
  });

  it("asks for what changed, and for a change", async () => {
    const user = userEvent.setup();
    const { sent } = serve(FIRST);
    open(AT, "lead", "edit");
    await body();

    await user.click(screen.getByRole("button", { name: "Publish as revision 2" }));
    await user.click(screen.getByRole("link", { name: "Say in one line what changed." }));

    expect(document.activeElement).toBe(screen.getByLabelText("What changed"));
    expect(screen.getByRole("link", { name: /The text is the same/ })).toBeTruthy();
    expect(sent).toEqual([]);
  });

  it("goes on with a draft of before, until it is discarded", async () => {
    const user = userEvent.setup();
    keepDraft(DRAFT, { base: 1, body: "Mine", note: "" });
    serve(FIRST);
    open(AT, "lead", "edit");

    expect((await body()).value).toBe("Mine");
    await user.click(screen.getByRole("button", { name: "Discard the draft" }));

    expect((await body()).value).toBe(FIRST.body);
    expect(readDraft(DRAFT)).toBeNull();
  });

  it("shows what somebody has published meanwhile, and keeps what one wrote", async () => {
    const user = userEvent.setup();
    const { sent, revisions } = serve(FIRST);
    open(AT, "lead", "edit");
    await user.clear(await body());
    await user.type(await body(), "Mine");
    revisions.push(SECOND);

    await user.type(screen.getByLabelText("What changed"), "All of it{Enter}");
    expect(await screen.findByText("Revision 2 was published meanwhile")).toBeTruthy();
    expect(document.activeElement?.textContent).toContain("Revision 2 was published meanwhile");
    expect(await screen.findByText(/By Author 2: “Nothing else counts”/)).toBeTruthy();
    expect((await body()).value).toBe("Mine");
    await user.click(screen.getByRole("button", { name: /Go on from revision 2/ }));
    await user.click(screen.getByRole("button", { name: "Publish as revision 3" }));

    await waitFor(() => expect(revisions.at(-1)?.body).toBe("Mine"));
    expect(sent).toEqual([
      { base: 1, change_note: "All of it" },
      { base: 2, change_note: "All of it" },
    ]);
  });

  it("keeps what one wrote when another tab is done with its own draft", async () => {
    serve(FIRST);
    open(AT, "lead", "edit");
    await userEvent.type(await screen.findByLabelText("What changed"), "Mine");

    localStorage.removeItem(DRAFT);
    window.dispatchEvent(new StorageEvent("storage", { key: DRAFT, newValue: null }));

    expect(readDraft(DRAFT)?.note).toBe("Mine");
  });

  it("is not there for others", async () => {
    serve(FIRST);
    open(AT, "viewer", "edit");
    expect(await screen.findByRole("heading", { name: "Rules" })).toBeTruthy();
    expect(screen.queryByLabelText("Text, in Markdown")).toBeNull();
  });
});
