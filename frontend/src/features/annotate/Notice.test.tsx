import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Memory } from "./memory";
import { bar, enter, leave, makeUser, option, serve, show, type } from "./serving";
import { makeArticle } from "./testing";

/** Open the screen before a server that tells of a second revision of the guidelines. */
function begin() {
  const queue = [makeArticle({ id: 1, claims: 4 })];
  const server = serve(queue, { beat: { guideline_revision: 2 } });
  const open = async (user = makeUser(), project: Parameters<typeof show>[1] = {}) => {
    const shown = await show(user, project);
    await waitFor(() => expect(bar.textContent).toContain(" today"));
    return shown;
  };
  const revisions = () => server.sent.map(({ answer }) => answer?.guideline_revision);
  const told = () =>
    server.asked.flatMap(({ path, body }) => (path.endsWith("/read/") ? [body.number] : []));
  return { ...server, queue, open, revisions, told };
}

/** Somebody who was shown a second revision on this device, before a server that has one again. */
function fallBack() {
  const user = makeUser();
  const memory = new Memory(user.id, "pilot");
  memory.write({ place: null, drafts: [], shown: 2 });
  const server = serve([makeArticle({ id: 1, claims: 4 })]);
  const open = () => show(user, { guideline_revision: 2, guidelines_read: 2 });
  const heard = () => waitFor(() => expect(bar.textContent).toContain(" today"));
  return { ...server, memory, open, heard };
}

async function noticed() {
  await screen.findByText(/since you last read revision 1/);
  await waitFor(() => expect(screen.queryByText("Loading the guidelines…")).toBeNull());
}

async function goOn() {
  await userEvent.keyboard("{Enter}");
  expect(screen.queryByRole("dialog")).toBeNull();
}

describe("The notice of new guidelines on the screen", () => {
  beforeEach(enter, 20_000);
  afterEach(() => {
    vi.useRealTimers();
    leave();
  });

  it("puts answers under them once it was shown and closed", async () => {
    const { open, revisions, told } = begin();
    await open();
    type("1", "3");
    await noticed();
    expect(told()).toEqual([]);

    await goOn();
    type("s", "1", "z");

    await waitFor(() => expect(revisions()).toEqual([1, 2, undefined]));
    expect(told()).toEqual([2]);
  });

  it("is not shown again on a device where the server could not be told", async () => {
    const { open, revisions, told, state, queue } = begin();
    const user = makeUser();
    const { unmount } = await open(user);
    type("1", "3");
    await noticed();
    state.isUp = false;
    await goOn();
    unmount();
    expect(told()).toEqual([]);

    state.isUp = true;
    queue.push(makeArticle({ id: 1, claims: 4 }));
    await open(user, { guideline_revision: 2 });
    type("j", "1", "3");

    await waitFor(() => expect(revisions()).toEqual([1, 2]));
    expect(told()).toEqual([2]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("changes nothing where it cannot be shown, and does not come back", async () => {
    const { open, revisions, told, state } = begin();
    await open();
    state.isUp = false;
    type("1", "3");
    await screen.findByText("Loading the guidelines…");

    await goOn();
    type("1", "3", "1", "3");
    state.isUp = true;
    window.dispatchEvent(new Event("online"));

    await waitFor(() => expect(revisions()).toEqual([1, 1, 1]));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(told()).toEqual([]);
  });

  it("puts answers under them after coming back to what the page knew before", async () => {
    const { open, revisions, queue } = begin();
    const user = makeUser();
    const { unmount } = await open(user);
    type("1", "3");
    await noticed();
    await goOn();
    unmount();

    queue.push(makeArticle({ id: 1, claims: 4 }));
    await open(user);
    type("j", "1", "3");

    await waitFor(() => expect(revisions()).toEqual([1, 2]));
    expect(new Memory(user.id, "pilot").read().shown).toBe(2);
  });

  it("does not put answers under guidelines that the server no longer has", async () => {
    const { open, heard, memory, sent } = fallBack();
    await open();
    await heard();
    type("1", "3");

    await waitFor(() => expect(sent).toMatchObject([{ answer: { guideline_revision: 1 } }]));
    expect(screen.queryByRole("dialog")).toBeNull();
    await waitFor(() => expect(memory.read().shown).toBe(1));
  });

  it("lets an answer be given again that was given under such before the server told", async () => {
    const { open, heard, state, sent } = fallBack();
    state.beats = false;
    await open();
    type("1", "3");
    await waitFor(() => expect(bar.textContent).toContain("1 answer refused"));
    state.beats = true;
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
    act(() => void document.dispatchEvent(new Event("visibilitychange")));
    await heard();

    await userEvent.click(option(/^1 answer refused/));
    await userEvent.click(await screen.findByRole("button", { name: "Go to claim 1" }));
    type("1", "3");

    const again = { claim: 101, replaces: null, answer: { guideline_revision: 1 } };
    await waitFor(() => expect(sent).toMatchObject([again]));
    await userEvent.click(option(/^1 answer refused/));
    await userEvent.click(await screen.findByRole("button", { name: "Take the server’s" }));
    await waitFor(() => expect(bar.textContent).not.toContain("refused"));
  });
});
