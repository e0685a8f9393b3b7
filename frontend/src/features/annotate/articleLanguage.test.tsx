import { screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Article } from "@/api/types";
import { enter, leave, serve, show, type } from "./serving";
import { makeArticle } from "./testing";

// The language of a page is chosen before its modules are there.
vi.hoisted(() => {
  document.documentElement.lang = "de";
});

const QUOTE = "Claim 1 of article 1.";

function langOf(element: Element | null | undefined) {
  return element?.closest("[lang]")?.getAttribute("lang");
}

/** Give the languages of all elements that hold these words and nothing else. */
function langsOf(words: string) {
  const found = [...document.querySelectorAll("*")].filter(
    (one) => one.childElementCount === 0 && one.textContent === words,
  );
  return found.map(langOf);
}

async function open(changes: Partial<Article>) {
  serve([{ ...makeArticle({ id: 1, claims: 2 }), ...changes }]);
  await show();
}

describe("An English article in a German interface", () => {
  beforeEach(async () => {
    await enter();
    await open({ language: "en-GB", title: "The ferry stays" });
  }, 20_000);
  afterEach(leave);

  it("is English in its title, its text and its claim, beside German questions", () => {
    expect(langOf(screen.getByRole("heading", { level: 1 }))).toBe("en-GB");
    expect(langOf(document.querySelector("[data-text] [data-claim]"))).toBe("en-GB");
    expect(langOf(document.querySelector("blockquote strong"))).toBe("en-GB");
    expect(langOf(screen.getByText("Wie sicher?"))).toBe("de");
  });

  it("is English in the list of claims, whose state is German", async () => {
    type("l");
    await screen.findByRole("listbox");

    expect(langsOf(QUOTE)).not.toContain("de");
    expect(langOf(screen.getAllByText("nicht beantwortet")[0])).toBe("de");
  });

  it("is English in the words that are marked", async () => {
    type("e", "ArrowRight");
    await screen.findByRole("group", { name: "Wörter für" });

    expect(langsOf("Claim 1")).not.toContain("de");
  });
});

describe("An article in no known language", () => {
  beforeEach(enter, 20_000);
  afterEach(leave);

  it("has none that could be wrong", async () => {
    await open({ language: "" });

    await waitFor(() => expect(document.querySelector("blockquote")).toBeTruthy());
    expect(document.querySelectorAll("body [lang]")).toHaveLength(0);
  });

  it("does not speak for a title that it lacks", async () => {
    await open({ language: "en", title: "" });

    expect(langOf(screen.getByRole("heading", { level: 1 }))).toBe("de");
  });
});
