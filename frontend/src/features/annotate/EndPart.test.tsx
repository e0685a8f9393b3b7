import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { enter, leave, serve, show, type } from "./serving";
import { makeArticle, named } from "./testing";

const DONE = [1, 2].map((id) => makeArticle({ id, claims: 1, answered: { 0: named(3) } }));

/** The end of the queue, as it comes when the page is opened anew. */
async function end(answered = 2) {
  const server = serve([]);
  const events = DONE.map(({ id, claims }) => ({
    client_id: `server-${id}`,
    kind: "created",
    claim: claims[0]?.id,
    article: id,
    group: null,
    reverts: null,
    at: "2026-01-05T10:00:00Z",
    before: null,
    after: { ...named(3), guideline_revision: 1 },
  }));
  const rest = globalThis.fetch as unknown as (request: Request) => Promise<Response>;
  vi.stubGlobal("fetch", async (request: Request) => {
    const path = new URL(request.url).pathname;
    const [, id] = /articles\/(\d+)\/$/.exec(path) ?? [];
    if (id) return Response.json(DONE[Number(id) - 1]);
    if (path.endsWith("/history/")) return Response.json({ results: events.toReversed() });
    return rest(request);
  });
  await show(undefined, { mine: { answered, available: 2 } });
  await screen.findByRole("heading", { name: "Nothing waiting for you" });
  return server;
}

describe("The end of the queue after a reload", () => {
  beforeEach(enter, 20_000);
  afterEach(leave);

  it("leads back to the last articles", async () => {
    await end();

    fireEvent.click(screen.getByRole("button", { name: "See my answers" }));
    await screen.findByRole("heading", { name: "Article 2" });
    expect(screen.getByText("Article finished")).toBeTruthy();

    type("[");
    await screen.findByRole("heading", { name: "Article 1" });
  });

  it("leads back by the key of the article before", async () => {
    await end();

    type("[");

    await screen.findByRole("heading", { name: "Article 2" });
  });

  it("says so where they cannot be had", async () => {
    const { state } = await end();
    vi.stubGlobal("fetch", async () => {
      throw new TypeError("cut");
    });
    state.isUp = false;

    type("[");

    await screen.findByRole("alert");
  });

  it("leads nowhere for whoever has answered nothing", async () => {
    await end(0);

    expect(screen.queryByRole("button", { name: "See my answers" })).toBeNull();
  });

  it("still shows the keys", async () => {
    await end();

    type("?");

    await screen.findByRole("dialog", { name: "Keyboard shortcuts" });
    act(() => screen.getByRole("button", { name: "Close" }).click());
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    fireEvent.click(screen.getByRole("button", { name: "Keyboard shortcuts" }));
    await screen.findByRole("dialog", { name: "Keyboard shortcuts" });
  });
});
