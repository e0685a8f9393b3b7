import { describe, expect, it } from "vitest";
import { outletChoices, revisionChoices } from "@/parts/filters/choices";
import { annotatorChoices } from "./filterChoices";
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
