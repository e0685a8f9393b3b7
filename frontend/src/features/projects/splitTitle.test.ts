import { describe, expect, it } from "vitest";
import { splitTitle } from "./splitTitle";

describe("Splitting the title off", () => {
  it("takes a heading of the first rank", () => {
    expect(splitTitle("# Annotator guidelines\n\nFor each claim")).toEqual({
      title: "Annotator guidelines",
      rest: "\nFor each claim",
    });
  });

  it.each(["## What a claim is\n", "Text first.\n\n# Later\n", "#5 is no heading", ""])(
    "leaves %j as it is",
    (body) => {
      expect(splitTitle(body)).toEqual({ title: null, rest: body });
    },
  );
});
