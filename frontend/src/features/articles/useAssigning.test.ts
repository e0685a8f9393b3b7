import { describe, expect, it } from "vitest";
import type { Assigned } from "@/api/types";
import { outcomeOf } from "./useAssigning";

const titleOf = (id: number) => `Article ${id}`;

function done(given: number, ...refused: Assigned["refused"]) {
  const assigned = Array.from({ length: given }, () => ({}) as Assigned["assigned"][number]);
  return { assigned, refused, failure: null };
}

describe("What came of assigning", () => {
  it("is said in one sentence if all went well", () => {
    const { tone, text, details } = outcomeOf(done(3), "Ana", titleOf);

    expect([tone, text, details]).toEqual(["ok", "Ana has 3 more articles.", []]);
  });

  it("names each article that was refused, and why", () => {
    const refused = { article: 5, code: "no_free_place", detail: "" } as const;
    const { tone, text, details } = outcomeOf(done(1, refused), "Ana", titleOf);

    expect(tone).toBe("warn");
    expect(text).toBe("Ana has 1 more article. 1 article was not given to Ana:");
    expect(details).toEqual(["“Article 5”: every place at it is taken."]);
  });

  it("claims nothing where nothing was given", () => {
    const refused = { article: 5, code: "already_theirs", detail: "" } as const;
    const { text } = outcomeOf(done(0, refused), "Ana", titleOf);

    expect(text).toBe("1 article was not given to Ana:");
  });

  it("says that it broke off in the middle", () => {
    const outcome = outcomeOf({ ...done(100), failure: new Error() }, "Ana", titleOf);

    expect(outcome.tone).toBe("warn");
    expect(outcome.text).toMatch(/^Not all could be assigned/);
  });
});
