import { describe, expect, it } from "vitest";
import type { ProjectSummary } from "@/api/types";
import { factsOf, nextToWorkOn, partOf, progressOf } from "./summary";

const PROJECT: ProjectSummary = {
  slug: "ferries",
  name: "Ferries",
  role: "lead",
  state: "open",
  overlap: 3,
  articles: 7,
  claims: 152,
  people: 1,
  answers: 1144,
  answers_needed: 1400,
  mine: { answered: 38, available: 212 },
  alpha: 0.714,
};

describe("A project's card", () => {
  it("tells annotators their part, and nothing of agreement", () => {
    expect(partOf(PROJECT)).toEqual({ text: "your part 38 of 212", value: 38, max: 212 });
    expect(factsOf({ ...PROJECT, role: "annotator" })).toEqual(["7 articles", "152 claims"]);
  });

  it.each([
    [{ mine: { answered: 0, available: 0 } }, "nothing waiting for you yet"],
    [{ mine: { answered: 212, available: 212 } }, "your part is done, 212 claims"],
    [{ state: "closed" as const }, "your part 38 of 212, takes no answers now"],
  ])("says when there is nothing to do", (changes, text) => {
    expect(partOf({ ...PROJECT, ...changes }).text).toBe(text);
  });

  it("tells leads of people, size and agreement", () => {
    expect(factsOf(PROJECT)).toEqual([
      "1 person",
      "7 articles",
      "152 claims",
      "α 0.71 on source type",
    ]);
    expect(progressOf(PROJECT).text).toBe("1,144 of 1,400 answers");
  });

  it("leaves an undefined agreement out, but not one of zero", () => {
    expect(factsOf({ ...PROJECT, alpha: null })).toHaveLength(3);
    expect(factsOf({ ...PROJECT, alpha: 0 })).toContain("α 0.00 on source type");
  });

  it("says that an empty project needs no answers yet", () => {
    expect(progressOf({ ...PROJECT, answers: 0, answers_needed: 0 }).text).toBe("no claims yet");
  });
});

describe("The project to work on next", () => {
  const own: ProjectSummary = { ...PROJECT, role: "annotator" };
  const done: ProjectSummary = { ...own, mine: { answered: 212, available: 212 } };
  const closed: ProjectSummary = { ...own, state: "closed" };

  it("is the first of one's own with something to do", () => {
    expect(nextToWorkOn([PROJECT, done, closed, own])).toBe(own);
  });

  it("is the first of one's own when all is done", () => {
    expect(nextToWorkOn([PROJECT, done, closed])).toBe(done);
  });

  it("is none for who only leads", () => {
    expect(nextToWorkOn([PROJECT])).toBeUndefined();
  });
});
