import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { current, enter, leave, serve, show, type } from "./serving";
import { makeArticle } from "./testing";

const pressed = () => screen.queryByRole("button", { pressed: true })?.textContent;

/** Open the palette, look for something in it, and give what is found first. */
async function look(query: string) {
  const init = { key: "k", code: "KeyK", ctrlKey: true, bubbles: true, cancelable: true };
  act(() => void document.body.dispatchEvent(new KeyboardEvent("keydown", init)));
  await userEvent.type(await screen.findByRole("combobox"), query);
  return screen.queryAllByRole("option").map((option) => option.textContent)[0];
}

describe("The palette of the annotate screen", () => {
  beforeEach(enter, 20_000);
  afterEach(leave);

  it("answers by the names of types and of confidence, with the digits of the step", async () => {
    const { sent } = serve([makeArticle({ id: 1, claims: 3 })]);
    await show();

    expect(await look("official")).toBe("Official statement3");
    await userEvent.keyboard("{Enter}");
    expect(pressed()).toContain("Official statement");
    expect(await look("named")).toBe("Named source");
    await userEvent.keyboard("{Escape}");

    expect(await look("high")).toBe("Confidence: High3");
    await userEvent.keyboard("{Enter}");
    expect(current()).toContain("Claim 2 of article 1.");
    const answer = { source_type: "official_statement", confidence: 3 };
    await waitFor(() => expect(sent).toMatchObject([{ claim: 101, answer }]));
  });

  it("skips for a reason while that is asked for", async () => {
    serve([makeArticle({ id: 1, claims: 3 })]);
    await show();
    expect(await look("broken")).toContain("not now");
    await userEvent.keyboard("{Escape}");
    type("s");

    expect(await look("broken")).toBe("Skip: Broken text3");
    await userEvent.keyboard("{Enter}");

    expect(current()).toContain("Claim 2 of article 1.");
  });

  it("keeps and leaves marked words", async () => {
    serve([makeArticle({ id: 1, claims: 3 })]);
    await show();
    type("e");
    await screen.findByRole("button", { name: /^Keep/ });

    expect(await look("keep")).toBe("Keep it↵");
    await userEvent.keyboard("{Enter}");
    expect(screen.queryByRole("button", { name: /^Keep/ })).toBeNull();

    expect(await look("go on from")).toContain("Go on from what is answered");
  });

  it("opens what waits for a decision", async () => {
    serve([makeArticle({ id: 1, claims: 3 })], { refuses: true });
    await show();
    type("1", "3");
    await screen.findByRole("button", { name: "1 answer refused" });

    expect(await look("decide")).toBe("Decide: 1 answer refused");
    await userEvent.keyboard("{Enter}");

    await screen.findByRole("dialog", { name: "Answers the server refused" });
  });
});
