import { waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Memory } from "./memory";
import { bar, enter, leave, makeUser, serve, show, type } from "./serving";
import { makeArticle } from "./testing";

/** Open the screen beside another tab, which then keeps that it has shown a third revision. */
async function begin(revision: number) {
  const user = makeUser();
  const memory = new Memory(user.id, "pilot");
  const { state } = serve([makeArticle({ id: 1, claims: 3 })], {
    beat: { guideline_revision: revision },
  });
  state.beats = false;
  await show(user, { guideline_revision: 2, guidelines_read: 2 });
  memory.write({ place: null, drafts: [], shown: 3 });
  return { memory, state };
}

describe("What is kept of a place beside another tab", () => {
  beforeEach(enter, 20_000);
  afterEach(() => {
    vi.useRealTimers();
    leave();
  });

  it("has the newest guidelines that either has shown", async () => {
    const { memory } = await begin(3);
    type("j");

    await waitFor(() => expect(memory.read().place).toEqual({ article: 1, claim: 102 }));
    expect(memory.read().shown).toBe(3);
  });

  it("has none that the server lacks", async () => {
    const { memory, state } = await begin(1);
    state.beats = true;
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
    document.dispatchEvent(new Event("visibilitychange"));
    await waitFor(() => expect(bar.textContent).toContain(" today"));
    type("j");

    await waitFor(() => expect(memory.read().place).toEqual({ article: 1, claim: 102 }));
    expect(memory.read().shown).toBe(1);
  });
});
