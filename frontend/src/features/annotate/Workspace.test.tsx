import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Heartbeat } from "@/api/types";
import { bar, current, enter, leave, said, serve, show, type } from "./serving";
import { makeArticle } from "./testing";

const held = (state: "withdrawn" | "released") => ({
  assignments: [{ article: 1, state, lease_until: "2026-01-05T10:00:00Z" }],
});

describe("While an article is open", () => {
  beforeEach(enter, 20_000);
  afterEach(leave);

  it("says that it was given to somebody else, and still sends what is answered", async () => {
    const articles = [makeArticle({ id: 1, claims: 2 }), makeArticle({ id: 2, claims: 1 })];
    const { sent } = serve(articles, { beat: held("withdrawn") });
    await show();
    type("1", "3");
    await screen.findByText(/given to somebody else/);
    await waitFor(() => expect(sent).toHaveLength(1));

    await userEvent.click(screen.getByRole("button", { name: "Go on to the next article" }));

    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Article 2");
  });

  it("says that the project is closed", async () => {
    serve([makeArticle({ id: 1, claims: 2 })], { beat: { project_state: "closed" } });
    await show();

    expect(await screen.findByText(/takes no answers now. What you gave is saved/)).toBeTruthy();
  });

  it("says so at once where it was closed before the page", async () => {
    const { state } = serve([makeArticle({ id: 1, claims: 2 })]);
    state.beats = false;
    await show(undefined, { state: "closed" });

    expect(screen.getByText(/takes no answers now/)).toBeTruthy();
  });

  it("says so as soon as an answer is refused, and sends again when it is open again", async () => {
    const beat: Partial<Heartbeat> = {};
    const { sent, state } = serve([makeArticle({ id: 1, claims: 3 })], { beat });
    await show();
    await waitFor(() => expect(bar.textContent).toContain("7 today"));
    Object.assign(beat, { project_state: "closed" });
    state.refuses = true;

    type("1", "3");
    await screen.findByText(/takes no answers now. 1 answer is kept on this device/);
    type("2", "1");
    await screen.findByText(/2 answers are kept on this device/);
    Object.assign(beat, { project_state: "open" });
    state.refuses = false;
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
    act(() => void document.dispatchEvent(new Event("visibilitychange")));
    await screen.findByText(/takes answers again. 2 refused answers are still kept/);
    vi.useRealTimers();
    await userEvent.click(screen.getByRole("button", { name: "Send 2 answers again" }));

    await waitFor(() => expect(sent.map(({ claim }) => claim)).toEqual([101, 102]));
    expect(screen.queryByText(/takes answers again/)).toBeNull();
  });

  it("keeps to the refusal where the server cannot be asked", async () => {
    const { state } = serve([makeArticle({ id: 1, claims: 2 })]);
    await show();
    await waitFor(() => expect(bar.textContent).toContain("7 today"));
    Object.assign(state, { refuses: true, beats: false });

    type("1", "3");

    expect(await screen.findByText(/takes no answers now/)).toBeTruthy();
  });

  it("tells the server which articles are worked on, and since when the day counts", async () => {
    const { asked } = serve([makeArticle({ id: 1, claims: 2 })]);
    await show();

    await waitFor(() =>
      expect(asked.find(({ path }) => path.endsWith("/heartbeat/"))?.body).toMatchObject({
        articles: [1],
        since: expect.stringMatching(/^\d{4}-/),
      }),
    );
  });

  it("shows new guidelines before the next claim, not in the middle of one", async () => {
    serve([makeArticle({ id: 1, claims: 2 })], { beat: { guideline_revision: 2 } });
    await show();
    await waitFor(() => expect(bar.textContent).toContain("7 today"));
    expect(screen.queryByRole("dialog")).toBeNull();

    type("1", "3");

    expect(await screen.findByRole("dialog")).toBeTruthy();
  });

  it("remembers who begins with which guidelines", async () => {
    const { asked } = serve([makeArticle({ id: 1, claims: 2 })]);
    await show(undefined, { guidelines_read: 0, guideline_revision: 3 });

    await waitFor(() =>
      expect(asked.find(({ path }) => path.endsWith("/read/"))).toMatchObject({
        method: "PUT",
        body: { number: 3 },
      }),
    );
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("shows what was proposed for a claim", async () => {
    const { asked } = serve([makeArticle({ id: 1, claims: 2 })]);
    await show();

    type("p");
    await userEvent.click(await screen.findByLabelText(/Merge it/));
    await userEvent.click(screen.getByRole("button", { name: "Propose" }));

    expect(await screen.findByText("Merge proposed")).toBeTruthy();
    expect(said()).toContain("Claim 1: proposal sent to the lead.");
    const post = asked.find(({ path }) => path.endsWith("/proposals/"));
    expect(post?.body).toMatchObject({ kind: "merge", client_id: expect.any(String) });
  });

  it("selects claims in the list, and goes to the one that is chosen there", async () => {
    serve([makeArticle({ id: 1, claims: 3 })]);
    await show();

    type("l");
    await screen.findByRole("dialog");
    await userEvent.click(document.querySelectorAll("[data-box]")[1] as Element);
    expect(screen.getByText("1 claim selected")).toBeTruthy();
    await userEvent.click(screen.getAllByRole("option")[2] as Element);

    expect(screen.queryByRole("dialog")).toBeNull();
    expect(current()).toContain("Claim 3 of article 1.");
  });

  it("has one bar in place of very many marks", async () => {
    serve([makeArticle({ id: 1, claims: 70 })]);
    await show();

    type("1", "3", "s", "s");

    expect(screen.getByText("1 answered, 1 skipped, 68 open")).toBeTruthy();
  });
});
