import "fake-indexeddb/auto";
import { cleanup, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "@/api/errors";
import { orKept } from "@/api/kept";
import { read } from "@/api/keptData";
import { noteOwner } from "@/api/owner";
import type { Heartbeat, Project } from "@/api/types";
import { Memory } from "./memory";
import { bar, current, enter, leave, makeUser, serve, show, type } from "./serving";
import { makeArticle, named } from "./testing";

/** Open the screen for somebody, answer the first claim, and go once that is kept. */
async function work(beat: Partial<Heartbeat> = {}) {
  const user = makeUser();
  noteOwner(user.id);
  const queue = [makeArticle({ id: 1, claims: 3 })];
  const { sent, state } = serve(queue, { beat });
  await show(user);
  type("2", "3");
  await waitFor(() => expect(sent).toHaveLength(1));
  await waitFor(async () => expect(await read(user.id, ["answer", "pilot", 1])).not.toBeNull());
  cleanup();
  return { user, queue, sent, state };
}

describe("The annotate screen without a server", () => {
  beforeEach(enter, 20_000);
  afterEach(leave);

  it("comes up with its article and its answers, and goes on", async () => {
    const { user, queue, state, sent } = await work();
    queue.push(makeArticle({ id: 1, claims: 3, answered: { 0: named(3) } }));
    state.isUp = false;

    await show(user);
    expect(screen.getByRole("button", { name: /^Claim 1, Anonymous source/ })).toBeTruthy();
    expect(current()).toContain("Claim 2 of article 1.");
    type("1", "3");

    await waitFor(() => expect(bar.textContent).toContain("1 kept here"));
    state.isUp = true;
    window.dispatchEvent(new Event("online"));
    await waitFor(() => expect(sent.map(({ claim }) => claim)).toEqual([101, 102]));
    await waitFor(() => expect(queue).toHaveLength(0));
    expect(current()).toContain("Claim 3 of article 1.");
  });

  it("keeps the guidelines with the first sign of work", async () => {
    const { user } = await work();

    expect(await read(user.id, ["guidelines", "pilot"])).toMatchObject({ body: "# One" });
  });

  it("has nothing left of a queue that its user is refused", async () => {
    const { user } = await work();
    const refused = { code: "permission_denied", detail: "Not yours." };
    vi.stubGlobal("fetch", async () => Response.json(refused, { status: 403 }));

    await show(user);
    type("j");

    await waitFor(async () => expect(await read(user.id, ["article", "pilot"])).toBeNull());
  });

  it("has nothing for somebody else", async () => {
    const { state } = await work();
    const other = makeUser();
    noteOwner(other.id);
    state.isUp = false;

    await show(other);

    expect(screen.getByRole("heading", { name: "The article could not be loaded" })).toBeTruthy();
  });

  it("gives answers under the guidelines that were shown, be older ones kept", async () => {
    const { user, queue, state, sent } = await work({ guideline_revision: 2 });
    queue.push(makeArticle({ id: 1, claims: 3, answered: { 0: named(3) } }));
    new Memory(user.id, "pilot").write({ place: null, drafts: [], shown: 2 });
    state.isUp = false;
    const { signal } = new AbortController();
    const cut = () => Promise.reject(new ApiError({ status: 0, code: "", detail: "" }));
    const kept = await orKept<Project>(["project", "pilot"], signal, cut);

    await show(user, { guideline_revision: kept.guideline_revision });
    type("1", "3");
    state.isUp = true;
    window.dispatchEvent(new Event("online"));

    await waitFor(() =>
      expect(sent.map(({ answer }) => answer?.guideline_revision)).toEqual([1, 2]),
    );
  });
});
