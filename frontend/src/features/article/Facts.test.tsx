import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Article } from "@/api/types";
import { ARTICLE, card, mark, prepare, show, tidy } from "./screenTesting";
import { makeArticle } from "./testing";

const PATCH = `PATCH ${ARTICLE}`;
const button = () => screen.findByRole("button", { name: "Change the language" });
const field = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Language" });
const languageOf = (element: Element | null) =>
  element?.closest("[lang]")?.getAttribute("lang") ?? null;

function refused(status: number, problem: object) {
  return () => Response.json(problem, { status });
}

describe("The language of an article", () => {
  beforeEach(prepare);
  afterEach(tidy);

  it.each([
    ["en", "Language: English"],
    ["de-CH", "Language: German (Switzerland)"],
    ["en-1", "Language: en-1"],
    ["", "Language: not stated"],
  ])("%j is shown by its name, to viewers without a way to change it", async (language, name) => {
    show({ [ARTICLE]: makeArticle({ language }) }, "", "viewer");

    expect(await screen.findByText(name)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Change the language" })).toBeNull();
  });

  it("is changed by keyboard alone, and its text is in it at once", async () => {
    const sent: unknown[] = [];
    const save = (body: Partial<Article>) => {
      sent.push(body);
      return makeArticle(body);
    };
    show({ [ARTICLE]: makeArticle({ language: "" }), [PATCH]: save });
    const text = await mark(/^Claim 1,/);
    expect(languageOf(text)).toBeNull();
    (await button()).focus();

    await userEvent.keyboard("{Enter}");
    expect(document.activeElement).toBe(field());
    await userEvent.keyboard(" de {Enter}");

    await screen.findByText("Saved");
    expect(screen.getByText("Language: German", { ignore: ".visually-hidden" })).toBeTruthy();
    expect(sent).toEqual([{ language: "de" }]);
    await waitFor(async () => expect(document.activeElement).toBe(await button()));
    expect(screen.getByText("Saved").textContent).toBe("Saved Language: German");
    expect(screen.queryByRole("textbox")).toBeNull();
    const quote = (await card(1)).querySelector("p");
    const title = screen.getByRole("heading", { level: 1 });
    expect([text, quote, title].map(languageOf)).toEqual(["de", "de", "de"]);
  });

  it("can be left as it is", async () => {
    const { asked } = show();
    await userEvent.click(await button());
    expect(field().value).toBe("en");

    await userEvent.keyboard("nl{Escape}");

    expect(screen.queryByRole("textbox")).toBeNull();
    expect(document.activeElement).toBe(await button());
    expect((await button()).getAttribute("aria-expanded")).toBe("false");
    await userEvent.click(await button());
    expect(field().value).toBe("en");
    await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
    expect(document.activeElement).toBe(await button());
    expect(asked).not.toContain(PATCH);
  });

  it("is not taken where it is no tag, which is said at the field", async () => {
    const errors = { language: ["Give the language by its tag."] };
    show({ [PATCH]: refused(400, { code: "invalid", detail: "Invalid.", errors }) });
    await userEvent.click(await button());

    await userEvent.keyboard("German{Enter}");

    expect(await screen.findByText(/^This is no tag of a language/)).toBeTruthy();
    expect(field().getAttribute("aria-invalid")).toBe("true");
    expect(field().value).toBe("German");
    expect(document.activeElement).toBe(field());
    await userEvent.keyboard("{Backspace}");
    expect(field().getAttribute("aria-invalid")).toBeNull();
  });

  it.each([
    ["without an answer", undefined, /^The language could not be saved/],
    ["by who leads no more", refused(403, { detail: "As viewer you cannot." }), /^As viewer/],
  ])("is kept in its field where it cannot be saved %s", async (_, answer, words) => {
    const { answers } = show({ [PATCH]: answer });
    await userEvent.click(await button());
    await userEvent.keyboard("de{Enter}");

    expect((await screen.findByRole("alert")).textContent).toMatch(words);
    expect(field().value).toBe("de");
    expect(screen.getByText("Language: English")).toBeTruthy();

    answers[PATCH] = makeArticle({ language: "de" });
    await userEvent.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText("Saved")).toBeTruthy();
  });
});
