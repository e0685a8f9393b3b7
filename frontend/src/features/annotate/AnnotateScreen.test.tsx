import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bar, current, enter, leave, makeUser, option, said, serve, show, type } from "./serving";
import { makeArticle } from "./testing";

describe("The annotate screen", () => {
  beforeEach(enter, 20_000);
  afterEach(leave);

  it("takes two digits for an answer, saves it and goes on", async () => {
    const { sent } = serve([makeArticle({ id: 1, claims: 3 })]);
    await show();

    type("2");
    expect(option(/^Anonymous/).getAttribute("aria-pressed")).toBe("true");
    type("3");

    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      claim: 101,
      answer: { source_type: "anonymous", confidence: 3, skipped: false },
    });
    expect(current()).toContain("Claim 2 of article 1.");
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

  it("keeps the focus beyond the last claim, in the next article and at the end", async () => {
    serve([makeArticle({ id: 1, claims: 1 }), makeArticle({ id: 2, claims: 1 })]);
    await show();

    option(/^Named/).focus();
    await userEvent.keyboard("{Enter}{Enter}");
    expect(document.activeElement).toBe(option(/^Next article/));
    await userEvent.keyboard("{Enter}");
    expect(document.activeElement).toBe(option(/^Named/));
    expect(current()).toContain("Claim 1 of article 2.");
    await userEvent.keyboard("{Enter}{Enter}{Enter}");

    const end = await screen.findByRole("heading", { name: "Nothing waiting for you" });
    await waitFor(() => expect(document.activeElement).toBe(end));
  });

  it("has the tools give way to the next article, which Enter opens", async () => {
    serve([makeArticle({ id: 1, claims: 1 }), makeArticle({ id: 2, claims: 1 })]);
    await show();

    option(/^Skip/).focus();
    await userEvent.keyboard("{Enter}2");
    expect(document.activeElement).toBe(option(/^Next article/));
    await userEvent.keyboard("{Enter}");

    expect(current()).toContain("Claim 1 of article 2.");
  });

  it("goes on by Enter from an answer that was taken back and given again", async () => {
    serve([makeArticle({ id: 1, claims: 1 }), makeArticle({ id: 2, claims: 1 })]);
    await show();

    type("1", "3", "z", "y", "Enter", "Enter");

    expect(current()).toContain("Claim 1 of article 2.");
  });

  it("leaves Enter and Space for what comes next where somebody points", async () => {
    const { sent } = serve([makeArticle({ id: 1, claims: 3 })]);
    await show();

    await userEvent.click(option(/^Flag/));
    await userEvent.click(option(/^Named/));
    await userEvent.click(option(/High/));
    await userEvent.keyboard("{Enter} ");
    expect(document.activeElement).toBe(document.body);
    expect(current()).toContain("Claim 2 of article 1.");
    expect(option(/^Named/).getAttribute("aria-pressed")).toBe("false");
    await userEvent.click(option(/^Skip/));
    await userEvent.click(option(/^Cannot tell/));

    expect(document.activeElement).toBe(document.body);
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[0]?.answer).toMatchObject({ source_type: "named", flags: ["flagged"] });
  });

  it("fetches what may be asked for at the first sign of somebody there", async () => {
    const { asked } = serve([makeArticle({ id: 1, claims: 3 })]);
    await show();
    const isRestAsked = () => asked.some(({ path }) => path.endsWith("/guidelines/"));
    expect(isRestAsked()).toBe(false);

    fireEvent.pointerMove(document.body);

    await waitFor(() => expect(isRestAsked()).toBe(true));
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

  it("looks what there is to choose from when an answer is refused", async () => {
    const { asked } = serve([makeArticle({ id: 1, claims: 3 })], { refuses: true });
    await show();
    const project = "/api/v1/projects/pilot/";
    expect(asked.some(({ path }) => path === project)).toBe(false);

    type("1", "3");

    await waitFor(() => expect(asked.some(({ path }) => path === project)).toBe(true));
  });

  it("undoes an answer by taking it back, and redoes it", async () => {
    const { sent } = serve([makeArticle({ id: 1, claims: 3 })]);
    await show();

    type("1", "3", "z");
    await waitFor(() => expect(sent.map((save) => save.answer === null)).toEqual([false, true]));
    expect(current()).toContain("Claim 1 of article 1.");
    expect(said()).toContain("Undone. Claim 1: not answered.");

    type("y");
    expect(said()).toContain("Redone. Claim 1: Named source, confidence 3.");
  });

  it("asks why a claim is skipped, and takes no answer for one", async () => {
    const { sent } = serve([makeArticle({ id: 1, claims: 3 })]);
    await show();

    type("s");
    expect(screen.getByText("Why is it skipped?")).toBeTruthy();
    type("Escape");
    expect(screen.getByText("Who stands behind this claim?")).toBeTruthy();
    type("s", "2", "s", "s");

    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent.map((save) => save.answer?.skip_reason)).toEqual(["cannot_tell", ""]);
    expect(current()).toContain("Claim 3 of article 1.");
  });

  it("goes to a claim that is clicked in the article", async () => {
    serve([makeArticle({ id: 1, claims: 3 })]);
    await show();

    await userEvent.click(screen.getByRole("button", { name: /^Claim 3, not answered/ }));

    expect(current()).toContain("Claim 3 of article 1.");
    expect(said()).toContain("Claim 3 of 3, not answered.");
  });

  it("labels claims with number, answer, marks and text", async () => {
    serve([makeArticle({ id: 1, claims: 4 })]);
    await show();

    type("1", "3", "s", "1", "f", "x");

    const labels = within(screen.getByRole("article"))
      .getAllByRole("button")
      .map((button) => button.getAttribute("aria-label"));
    expect(labels).toEqual([
      "Claim 1, Named source, confidence 3: Claim 1 of article 1.",
      "Claim 2, skipped: No claim: Claim 2 of article 1.",
      "Claim 3, not answered, flagged, selected: Claim 3 of article 1.",
      "Claim 4, not answered: Claim 4 of article 1.",
    ]);
  });

  it("gives one answer to several claims", async () => {
    const { sent } = serve([makeArticle({ id: 1, claims: 4 })]);
    await show();

    type("Shift+ArrowDown");
    expect(screen.getByText("2 claims selected")).toBeTruthy();
    type("1", "3");

    await waitFor(() => expect(sent.map((save) => save.claim)).toEqual([101, 102]));
    expect(sent[0]?.group).toBe(sent[1]?.group);
    expect(said()).toContain("2 claims: Named source, confidence 3.");
  });

  it("says that all is saved only when it is", async () => {
    const { state } = serve([makeArticle({ id: 1, claims: 3 })]);
    await show();
    await waitFor(() => expect(bar.textContent).toContain("All saved"));

    state.isUp = false;
    type("1", "3");
    expect(bar.textContent).not.toContain("All saved");
    expect(screen.getByText(/Claim 1 kept as/)).toBeTruthy();

    state.isUp = true;
    await waitFor(() => expect(bar.textContent).toContain("All saved"), { timeout: 4_000 });
    expect(screen.getByText(/Claim 1 saved as/)).toBeTruthy();
  });

  it("finishes an article, says how far things are, and goes to the next by Enter", async () => {
    serve([makeArticle({ id: 1, claims: 1 }), makeArticle({ id: 2, claims: 1 })]);
    await show();
    await waitFor(() => expect(bar.textContent).toContain("7 today"));

    type("1", "3");
    expect(screen.getByText("Article finished")).toBeTruthy();
    expect(screen.getByText("8 answers")).toBeTruthy();
    expect(screen.getByText("5 of 60")).toBeTruthy();
    type("Enter");

    expect((await screen.findByRole("heading", { level: 1 })).textContent).toBe("Article 2");
  });

  it("says when nothing is waiting, and what was done", async () => {
    serve([]);
    await show();

    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Nothing waiting for you");
    expect(screen.getByText("4 of 20 claims")).toBeTruthy();
  });

  it("counts what is answered here", async () => {
    serve([makeArticle({ id: 1, claims: 3 })]);
    await show();
    expect(bar.textContent).toContain("4\u00a0of\u00a020 claims");

    type("1", "3", "1", "3", "z");

    expect(bar.textContent).toContain("5\u00a0of\u00a020 claims");
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
    expect(sent[0]?.answer).toMatchObject({ note: "who? 13", flags: ["second_hand"] });
  });

  it("waits at an answered claim where somebody prefers that", async () => {
    serve([makeArticle({ id: 1, claims: 3 })]);
    await show(makeUser({ auto_advance: false }));

    type("1", "3");
    expect(current()).toContain("Claim 1 of article 1.");
    type("Enter");
    expect(current()).toContain("Claim 2 of article 1.");
  });

  it("can do without single keys, and has keys of one's own", async () => {
    const { sent } = serve([makeArticle({ id: 1, claims: 3 })]);
    const shown = await show(makeUser({ single_keys: false }));
    type("1", "3");
    expect(current()).toContain("Claim 1 of article 1.");
    shown.unmount();

    serve([makeArticle({ id: 1, claims: 3 })]);
    await show(makeUser({ keys: { next: ["w"] } }));
    type("w");
    expect(current()).toContain("Claim 2 of article 1.");
    expect(sent).toEqual([]);
  });

  it("goes on where one left, with what was noted", async () => {
    const user = makeUser();
    serve([makeArticle({ id: 1, claims: 3 })]);
    const shown = await show(user);
    type("j", "f");
    shown.unmount();

    serve([makeArticle({ id: 1, claims: 3 })]);
    await show(user);

    expect(current()).toContain("Claim 2 of article 1.");
    expect(option(/^Flag/).getAttribute("aria-pressed")).toBe("true");
  });
});
