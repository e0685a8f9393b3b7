import { describe, expect, it } from "vitest";
import { annotatorChoices, outletChoices, revisionChoices } from "./filterChoices";
import { inOrder, periodText } from "./PeriodFilter";
import type { Choices } from "./panelQueries";

const KNOWN: Choices = {
  revisions: [
    { number: 1, created_at: "2026-05-01T08:00:00Z", change_note: "" },
    { number: 2, created_at: "2026-05-04T08:00:00Z", change_note: "Boards are bodies" },
  ],
  annotators: [{ id: 7, name: "Ana" }],
  outlets: ["Ledger", ""],
  first_day: "2026-05-01",
  last_day: "2026-05-09",
};

describe("What can be chosen", () => {
  it("are revisions, the newest first, with their day and what changed", () => {
    expect(revisionChoices(KNOWN, []).map(({ text, note }) => [text, note])).toEqual([
      ["Revision 2", "May 4, 2026, Boards are bodies"],
      ["Revision 1", "May 1, 2026"],
    ]);
  });

  it("are outlets, also none", () => {
    expect(outletChoices(KNOWN, []).map(({ text }) => text)).toEqual(["Ledger", "(none given)"]);
  });

  it("keeps what an address chose and nobody knows, so that it can be unchosen", () => {
    expect(annotatorChoices(KNOWN, [7, 9]).map(({ text }) => text)).toEqual(["Ana", "Annotator 9"]);
    expect(outletChoices(undefined, ["Gone"])).toEqual([{ value: "Gone", text: "Gone" }]);
  });
});

describe("A period", () => {
  it.each([
    [null, null, "any time"],
    ["2026-05-04", null, "from May 4, 2026"],
    [null, "2026-05-04", "up to May 4, 2026"],
    ["2026-05-04", "2026-05-09", "May 4, 2026 – May 9, 2026"],
  ])("from %s up to %s is said", (since, until, text) => {
    expect(periodText({ since, until })).toBe(text);
  });

  it("is the time between two days, whichever was given first", () => {
    expect(inOrder({ since: "2026-05-09", until: "2026-05-04" })).toEqual({
      since: "2026-05-04",
      until: "2026-05-09",
    });
  });
});
