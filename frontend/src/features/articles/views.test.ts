import { describe, expect, it } from "vitest";
import type { Project } from "@/api/types";
import { correct } from "./corrections";
import type { Corrections } from "./cut";
import { begun, FERRY, makePreview, proposed, QUESTION } from "./testing";
import { reasonText, viewsOf } from "./views";

const SOURCE_TYPES: Project["source_types"] = [
  {
    key: "anonymous",
    name: "Unnamed person",
    color: "anonymous",
    hotkey: "2",
    definition: "",
    maps_to: "",
    built_in: true,
  },
];

function views({ cut, findings, points }: Corrections, threshold = 0.7) {
  return viewsOf({ claims: cut.claims, findings, points, threshold, sourceTypes: SOURCE_TYPES });
}

describe("What is shown of a claim", () => {
  it("is its number, the project's name for the type, the score and why", () => {
    const [first] = views(begun());

    expect(first).toMatchObject({ number: 1, state: "strong", color: "anonymous", score: ".91" });
    expect(first?.label).toBe(`Claim 1, Unnamed person, .91, described, not named: ${FERRY}`);
  });

  it("is weak below the project's threshold", () => {
    expect(views(begun(), 0.95)[0]?.state).toBe("weak");
  });

  it("has no number if it is excluded, and says why", () => {
    const shown = views(begun());

    expect(shown.map(({ number }) => number)).toEqual([1, 2, 3, null]);
    expect(shown[3]?.label).toBe(`Excluded, a question: ${QUESTION}`);
  });

  it("says of a lead's exclusion that it is the lead's", () => {
    const state = correct(begun(), { type: "toggle_excluded" });

    expect(views(state)[0]).toMatchObject({ state: "excluded", rule: "your choice" });
  });

  it("waits for what the server makes of a changed claim", () => {
    expect(views(correct(begun(), { type: "merge" }))[0]?.state).toBe("looking");
  });

  it("does without a suggestion, and without a type that the project has dropped", () => {
    const unknown = proposed(FERRY, { source_type: "official_statement", score: 0.8, rule: "x" });
    const [first] = views(begun({ claims: [unknown] }));

    expect(views(begun())[1]?.state).toBe("none");
    expect(first).toMatchObject({ type: "official statement", color: "neutral_2" });
  });
});

describe("A reason", () => {
  it("that this version does not know is shown as the server names it", () => {
    expect(reasonText("read_more")).toBe("link to another article");
    expect(reasonText("cookie_notice")).toBe("cookie notice");
    expect(makePreview().dropped.map(({ reason }) => reasonText(reason))).toEqual([
      "navigation",
      "share buttons",
    ]);
  });
});
