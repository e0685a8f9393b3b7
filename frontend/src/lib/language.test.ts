import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { adoptLanguage, language, localeOf } from "./language";

const script = readFileSync("public/language.js", "utf8");
const chosen = () => document.documentElement.lang;

/** Run what the page runs before its modules. */
function open({ stored, wished }: { stored?: string; wished: string[] }): void {
  if (stored !== undefined) localStorage.setItem("onrecord.language", stored);
  vi.spyOn(navigator, "languages", "get").mockReturnValue(wished);
  new Function(script)();
}

beforeEach(() => localStorage.clear());
afterEach(() => {
  document.documentElement.lang = "";
  document.head.replaceChildren();
});

describe("The language of a page", () => {
  it.each([
    ["what was chosen here", { stored: "de", wished: ["en-US"] }, "de"],
    ["the browser's first that there is", { wished: ["fr-FR", "de-AT", "en"] }, "de"],
    ["the browser's, where nothing of ours was chosen", { stored: "", wished: ["de"] }, "de"],
    ["the browser's, where something unknown was chosen", { stored: "xx", wished: ["de"] }, "de"],
    ["English without any of them", { wished: ["fr"] }, "en"],
    ["English without a wish", { wished: [] }, "en"],
  ])("is %s", (_what, given, expected) => {
    open(given);

    expect(chosen()).toBe(expected);
  });

  it("does not need a storage", () => {
    vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
      throw new DOMException("forbidden", "SecurityError");
    });

    open({ wished: ["de"] });

    expect(chosen()).toBe("de");
  });

  it("is fetched beside the modules, and no other is", () => {
    const tag = document.createElement("script");
    Object.assign(tag.dataset, { en: "/assets/en-1.js", de: "/assets/de-2.js" });
    vi.spyOn(document, "currentScript", "get").mockReturnValue(tag);

    open({ wished: ["de"] });

    const links = [...document.head.querySelectorAll("link")];
    expect(links.map(({ rel, href }) => [rel, new URL(href).pathname])).toEqual([
      ["modulepreload", "/assets/de-2.js"],
    ]);
  });
});

describe("The browser's way of writing the language", () => {
  it.each([
    ["de", ["en-US", "de-CH", "de"], "de-CH"],
    ["en", ["de-DE", "en-GB"], "en-GB"],
    ["de", ["en-US"], "de"],
  ] as const)("of %s among %j is %s", (spoken, wished, expected) => {
    expect(localeOf(spoken, wished)).toBe(expected);
  });
});

describe("An account's language", () => {
  it("is taken over for this device", () => {
    expect(adoptLanguage(7, "de")).toBe(true);

    open({ wished: ["en"] });
    expect(chosen()).toBe("de");
  });

  it("is taken over once, so that what is chosen here afterwards stays", () => {
    adoptLanguage(7, "de");
    localStorage.setItem("onrecord.language", "en");

    expect(adoptLanguage(7, "de")).toBe(false);
    expect(localStorage.getItem("onrecord.language")).toBe("en");
  });

  it("is taken over again when it was changed, or is another account's", () => {
    adoptLanguage(7, language);

    expect(adoptLanguage(7, "de")).toBe(true);
    expect(adoptLanguage(8, "de")).toBe(true);
  });

  it.each(["", language, "xx"])("changes nothing if it is “%s”", (given) => {
    expect(adoptLanguage(7, given)).toBe(false);
    expect(localStorage.getItem("onrecord.language")).toBeNull();
  });
});
