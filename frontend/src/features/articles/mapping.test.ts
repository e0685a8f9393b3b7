import { describe, expect, it } from "vitest";
import { assign, isReadable, mappingOf } from "./mapping";

const COLUMNS = [
  { name: "Headline", field: "title" as const, samples: ["Rain"] },
  { name: "Body", field: "text" as const, samples: ["It rained."] },
  { name: "Notes", field: null, samples: [""] },
];

describe("The mapping of a table's columns", () => {
  it("begins as it was guessed", () => {
    expect(mappingOf(COLUMNS)).toEqual({ Headline: "title", Body: "text", Notes: null });
  });

  it("gives a field to one column only", () => {
    expect(assign(mappingOf(COLUMNS), "Notes", "title")).toEqual({
      Headline: null,
      Body: "text",
      Notes: "title",
    });
  });

  it("lets any number of columns be of no use, but never the text be missing", () => {
    const mapping = assign(mappingOf(COLUMNS), "Body", null);

    expect(mapping).toEqual({ Headline: "title", Body: null, Notes: null });
    expect(isReadable(mapping)).toBe(false);
    expect(isReadable(assign(mapping, "Notes", "text"))).toBe(true);
  });
});
