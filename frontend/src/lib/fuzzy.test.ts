import { describe, expect, it } from "vitest";
import { likeness, search } from "./fuzzy";

const find = (query: string, ...texts: string[]) => search(query, texts, (text) => text);

describe("A fuzzy search", () => {
  it("leaves everything as it is where nothing is asked", () => {
    expect(find(" ", "b", "a")).toEqual(["b", "a"]);
  });

  it("finds letters in their order, and only so", () => {
    expect(find("nxa", "Next article", "Annotate")).toEqual(["Next article"]);
    expect(likeness("ta", "at")).toBeNull();
  });

  it("puts the beginnings of words first", () => {
    expect(find("ga", "Change language", "Guidelines · Alpha")).toEqual([
      "Guidelines · Alpha",
      "Change language",
    ]);
  });

  it("puts letters in a row before scattered ones", () => {
    expect(find("note", "Next open article", "Note to the lead")[0]).toBe("Note to the lead");
  });

  it("knows no case and no accents", () => {
    expect(find("uber", "Zurück", "Über uns")).toEqual(["Über uns"]);
  });
});
