import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { current, enter, leave, option, said, serve, show, type } from "./serving";
import { makeArticle, makeSuggestion } from "./testing";

const editor = () => screen.findByRole("group", { name: "Words of" });
const marked = (part: string) =>
  [...document.querySelectorAll(`article [data-part~=${part}]`)]
    .map((one) => one.textContent)
    .join("");

describe("Marking words", () => {
  beforeEach(enter, 20_000);
  afterEach(leave);

  it("is done by keys, told to a screen reader, and goes with the answer", async () => {
    const { sent } = serve([makeArticle({ id: 1, claims: 3 })]);
    await show();

    type("e");
    await editor();
    expect(said()).toContain("Source: “Claim”.");
    type("ArrowRight");
    expect(said()).toContain("Source: “Claim 1”.");
    expect(marked("source")).toBe("Claim 1");
    type("Shift+ArrowRight", "Enter", "1", "3");

    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.answer).toMatchObject({ source: { start: 6, end: 7 }, cue: null });
  });

  it("goes to the cue by Tab, and leaves all as it was by Escape", async () => {
    const { sent } = serve([makeArticle({ id: 1, claims: 3 })]);
    await show();

    type("e");
    await editor();
    type("Tab", "ArrowDown");
    expect(said()).toContain("Cue: “1”.");
    type("Escape", "1", "3");

    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.answer).toMatchObject({ source: null, cue: null });
  });

  it("leaves Tab and Enter to the button that has the focus", async () => {
    serve([makeArticle({ id: 1, claims: 3 })]);
    await show();
    type("e");
    await editor();

    option(/^Guide/).focus();
    await userEvent.keyboard("{Tab}");
    expect(said()).toContain("Source: “Claim”.");
    option(/^Guide/).focus();
    await userEvent.keyboard("{Enter}");

    expect(await editor()).toBeTruthy();
    expect(said()).toContain("Source: “Claim”.");
  });

  it("begins with what is selected already, once", async () => {
    serve([makeArticle({ id: 1, claims: 3 })]);
    await show();
    const words = (from: RegExp) =>
      within(screen.getByRole("article")).getByText(from).firstChild as Node;
    const [from, to] = [words(/^Claim 1/), words(/^Claim 2/)];
    window.getSelection()?.setBaseAndExtent(from, 8, to, 5);

    type("e");
    await editor();
    expect(said()).toContain("Source: “of article 1.\nClaim”.");
    type("Escape", "j", "e");

    await editor();
    expect(said()).toContain("Source: “Claim”.");
  });

  it("clears by Delete", async () => {
    serve([makeArticle({ id: 1, claims: 3 })]);
    await show();

    type("c");
    await editor();
    type("Delete");

    expect(said()).toContain("Cue: no words.");
    expect(marked("cue")).toBe("");
  });

  it("answers nothing and leaves the claim in view", async () => {
    const { sent } = serve([makeArticle({ id: 1, claims: 3 })]);
    await show();

    type("e");
    await editor();
    type("1", "3", "j", "s", "x");

    expect(sent).toEqual([]);
    expect(current()).toContain("Claim 1 of article 1.");
  });

  it("works by buttons alone", async () => {
    const { sent } = serve([makeArticle({ id: 1, claims: 3 })]);
    await show();
    type("e");
    await editor();

    await userEvent.click(option(/^Grow the end/));
    await userEvent.click(option(/^Cue/));
    await userEvent.click(option(/^Move on/));
    await userEvent.click(option(/^Keep/));
    type("1", "3");

    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.answer).toMatchObject({
      source: { start: 0, end: 7 },
      cue: { start: 6, end: 7 },
    });
  });

  it("goes by sentences with buttons, from where it is to either side", async () => {
    serve([makeArticle({ id: 1, claims: 3 })]);
    await show();
    type("e");
    await editor();

    await userEvent.click(option(/^Grow the end/));
    await userEvent.click(option(/^On to the next sentence/));
    expect(said()).toContain("Source: “Claim”.");
    await userEvent.click(option(/^Grow the end/));
    expect(marked("source")).toBe("Claim 2");
    await userEvent.click(option(/^Back to the start of a sentence/));
    await userEvent.click(option(/^Grow the end/));
    expect(marked("source")).toBe("Claim 1");
  });

  it("goes back to the start of the sentence that it is in the middle of", async () => {
    serve([makeArticle({ id: 1, claims: 3 })]);
    await show();
    type("e");
    await editor();
    type("PageDown", "ArrowDown", "ArrowDown");
    expect(said()).toContain("Source: “of”.");

    await userEvent.click(option(/^Back to the start of a sentence/));
    await userEvent.click(option(/^Grow the end/));

    expect(marked("source")).toBe("Claim 2");
  });

  it.each([
    ["ltr", ["Back to the start of a sentence", "On to the next sentence"]],
    ["rtl", ["On to the next sentence", "Back to the start of a sentence"]],
  ] as const)("has its buttons where they lead on the screen: %s", async (direction, names) => {
    serve([{ ...makeArticle({ id: 1, claims: 3 }), direction }]);
    await show();
    type("e");
    await editor();

    const buttons = screen.getAllByRole("button", { name: /sentence/ });
    expect(buttons.map((one) => one.getAttribute("aria-label"))).toEqual(names);
  });
});

describe("A suggestion on the screen", () => {
  const article = () =>
    makeArticle({
      id: 1,
      claims: 2,
      suggested: { 0: makeSuggestion(0.9), 1: makeSuggestion(0.5) },
    });

  beforeEach(enter, 20_000);
  afterEach(leave);

  it("is read out, underlined, and accepted with one key", async () => {
    const { sent } = serve([article()]);
    await show();
    expect(said()).toContain("Suggested: Named source, 90% likely.");
    expect(marked("source")).toBe("Claim");

    type("a", "3");

    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.answer).toMatchObject({
      source_type: "named",
      suggestion_shown: true,
      suggestion_accepted: true,
    });
  });

  it("is shown as uncertain and not offered below the threshold", async () => {
    serve([article()]);
    await show();
    type("1", "3");

    expect(screen.getByText("uncertain, 50% likely")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^Accept/ })).toBeNull();
    type("a");
    expect(option(/High/)).toHaveProperty("disabled", true);
  });

  it("is nowhere where the article hides it", async () => {
    serve([{ ...article(), shows_suggestions: false }]);
    await show();

    expect(screen.queryByText(/likely/)).toBeNull();
    expect(said()).not.toContain("Suggested");
    expect(marked("source")).toBe("");
  });
});
