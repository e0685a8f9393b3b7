import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { dropOutbox } from "@/api/answers";
import { sessionQuery } from "@/api/queries";
import type { Article } from "@/api/types";
import { SlotsContext } from "@/app/shell/slots";
import { AnnotateScreen } from "./AnnotateScreen";
import { makeArticle, makeProject } from "./testing";

const USER = { id: 7, email: "ana@news.example", name: "Ana" };
const bar = document.createElement("div");

type Sent = { method: string; claim: number; body: Record<string, unknown> | null };

/** A server with `queue` for its first request and nothing more after it. */
function serve(queue: Article[], { refuses = false } = {}) {
  const sent: Sent[] = [];
  const state = { isUp: true, refuses };
  vi.stubGlobal("fetch", async (request: Request) => {
    const claim = /\/claims\/(\d+)\/annotation\//.exec(request.url)?.[1];
    if (!state.isUp) throw new TypeError("Failed to fetch");
    if (!claim) return reply(200, { articles: queue.splice(0) });
    if (state.refuses) return reply(409, { code: "project_closed", detail: "It is closed." });
    const text = await request.text();
    sent.push({
      method: request.method,
      claim: Number(claim),
      body: text ? JSON.parse(text) : null,
    });
    return request.method === "DELETE" ? new Response(null, { status: 204 }) : reply(200, {});
  });
  return { sent, state };
}

function reply(status: number, body: unknown) {
  return new Response(JSON.stringify(body), { status });
}

async function show() {
  const queries = new QueryClient();
  queries.setQueryData(sessionQuery.queryKey, { user: USER, demo: null });
  render(
    <QueryClientProvider client={queries}>
      <SlotsContext value={{ center: bar, status: bar }}>
        <AnnotateScreen project={makeProject()} />
      </SlotsContext>
    </QueryClientProvider>,
  );
  await screen.findByRole("heading", { level: 1 });
}

/** Type keys as somebody does who has the focus nowhere in particular. */
function type(...keys: string[]) {
  for (const key of keys) {
    const code = /\d/.test(key) ? `Digit${key}` : "";
    const press = new KeyboardEvent("keydown", { key, code, bubbles: true });
    act(() => {
      document.body.dispatchEvent(press);
    });
  }
}

const current = () => document.querySelector("[aria-current=step]")?.textContent;
const option = (name: RegExp) => screen.getByRole("button", { name });

describe("The annotate screen", () => {
  beforeEach(() => {
    document.body.append(bar);
  });
  afterEach(() => {
    cleanup();
    bar.remove();
    dropOutbox(USER.id);
  });

  it("takes two digits for an answer, saves it and goes on", async () => {
    const { sent } = serve([makeArticle({ id: 1, claims: 3 })]);
    await show();

    type("2");
    expect(option(/^Anonymous/).getAttribute("aria-pressed")).toBe("true");
    type("3");

    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      method: "PUT",
      claim: 101,
      body: { source_type: "anonymous", confidence: 3, skipped: false },
    });
    expect(current()).toContain("Claim 2 of article 1.");
  });

  it("gives every save an id of its own", async () => {
    const { sent } = serve([makeArticle({ id: 1, claims: 3 })]);
    await show();

    type("1", "2", "1", "3");

    await waitFor(() => expect(sent).toHaveLength(2));
    const ids = sent.map((save) => save.body?.client_id);
    expect(new Set(ids).size).toBe(2);
  });

  it("works by Tab and Enter alone, and takes the focus to the next question", async () => {
    serve([makeArticle({ id: 1, claims: 3 })]);
    await show();

    option(/^Named/).focus();
    await userEvent.keyboard("{Enter}");
    expect(document.activeElement?.textContent).toContain("Low");
    await userEvent.keyboard("{Enter}");

    expect(document.activeElement).toBe(option(/^Named/));
    expect(current()).toContain("Claim 2 of article 1.");
  });

  it("enables the confidence only after a source type", async () => {
    serve([makeArticle({ id: 1, claims: 3 })]);
    await show();
    expect(option(/High/)).toHaveProperty("disabled", true);
    expect(option(/^Named/).getAttribute("aria-keyshortcuts")).toBe("1");

    type("1");

    expect(option(/High/)).toHaveProperty("disabled", false);
    expect(option(/^Named/).getAttribute("aria-keyshortcuts")).toBeNull();
  });

  it("undoes a first answer by taking it back", async () => {
    const { sent } = serve([makeArticle({ id: 1, claims: 3 })]);
    await show();

    type("1", "3", "z");

    await waitFor(() => expect(sent.map((save) => save.method)).toEqual(["PUT", "DELETE"]));
    expect(current()).toContain("Claim 1 of article 1.");
  });

  it("goes to a claim that is clicked in the article", async () => {
    serve([makeArticle({ id: 1, claims: 3 })]);
    await show();

    await userEvent.click(screen.getByRole("button", { name: /^Claim 3, not answered/ }));

    expect(current()).toContain("Claim 3 of article 1.");
  });

  it("labels claims with number, answer and text", async () => {
    serve([makeArticle({ id: 1, claims: 3 })]);
    await show();

    type("1", "3", "s");

    const labels = within(screen.getByRole("article"))
      .getAllByRole("button")
      .map((button) => button.getAttribute("aria-label"));
    expect(labels).toEqual([
      "Claim 1, Named source, confidence 3: Claim 1 of article 1.",
      "Claim 2, skipped: Claim 2 of article 1.",
      "Claim 3, not answered: Claim 3 of article 1.",
    ]);
  });

  it("says that all is saved only when it is", async () => {
    const { state } = serve([makeArticle({ id: 1, claims: 3 })]);
    await show();
    await waitFor(() => expect(bar.textContent).toContain("All saved"));

    state.isUp = false;
    type("1", "3");
    expect(bar.textContent).not.toContain("All saved");
    await waitFor(() => expect(bar.textContent).toContain("Not sent yet, 1 kept here"));
    expect(screen.getByText(/Claim 1 kept as/)).toBeTruthy();

    state.isUp = true;
    await userEvent.click(screen.getByRole("button", { name: /Not sent yet/ }));
    await waitFor(() => expect(bar.textContent).toContain("All saved"));
    expect(screen.getByText(/Claim 1 saved as/)).toBeTruthy();
  });

  it("shows what the server refused", async () => {
    serve([makeArticle({ id: 1, claims: 3 })], { refuses: true });
    await show();

    type("1", "3");
    await userEvent.click(await screen.findByRole("button", { name: "1 answer refused" }));

    const dialog = await screen.findByRole("dialog");
    expect(dialog.textContent).toContain("It is closed.");
    expect(dialog.textContent).toContain("Claim 1 of article 1.");
  });

  it("finishes an article and goes to the next by Enter", async () => {
    serve([makeArticle({ id: 1, claims: 1 }), makeArticle({ id: 2, claims: 1 })]);
    await show();

    type("1", "3");
    expect(screen.getByText("Article finished")).toBeTruthy();
    type("Enter");

    expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("Article 2");
  });

  it("says when nothing is waiting, and what was done", async () => {
    serve([]);
    await show();

    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Nothing waiting for you");
    expect(screen.getByText("You have answered 4 of 20 claims.")).toBeTruthy();
  });

  it("counts what is answered here", async () => {
    serve([makeArticle({ id: 1, claims: 3 })]);
    await show();
    expect(bar.textContent).toContain("4 of 20 claims");

    type("1", "3", "1", "3", "z");

    expect(bar.textContent).toContain("5 of 20 claims");
  });

  it("leaves the keys alone while a note is written, and keeps it with the answer", async () => {
    const { sent } = serve([makeArticle({ id: 1, claims: 3 })]);
    await show();

    type("n");
    const field = await screen.findByLabelText(/lead know/);
    await userEvent.type(field, "who? 13");
    await userEvent.click(screen.getByLabelText(/Second hand/));
    await userEvent.click(screen.getByRole("button", { name: "Keep" }));
    expect(sent).toEqual([]);
    type("1", "3");

    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toMatchObject({ note: "who? 13", flags: ["second_hand"] });
  });

  it("can do without single keys", async () => {
    const { sent } = serve([makeArticle({ id: 1, claims: 3 })]);
    await show();

    type("?");
    await userEvent.click(await screen.findByLabelText("Use single-key shortcuts"));
    await userEvent.click(screen.getByRole("button", { name: "Close" }));
    type("1", "3");
    localStorage.clear();

    expect(sent).toEqual([]);
    expect(current()).toContain("Claim 1 of article 1.");
  });
});
