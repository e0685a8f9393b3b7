import { describe, expect, it } from "vitest";
import { claimIn } from "./address";
import { isOf, type Only, standingOf } from "./standing";
import { BY_BEN, makeAnswer, makeOpen, makeProject, makeSplit } from "./testing";

const SKIPPED = { skipped: true, source_type: null, confidence: null };
const standing = (changes: Parameters<typeof makeOpen>[0]) =>
  standingOf(makeOpen(changes), makeProject());

describe("How the answers to a claim stand", () => {
  it.each([
    ["open", {}],
    ["skipped", { answers: [makeAnswer(SKIPPED)] }],
    ["one", { answers: [makeAnswer(), makeAnswer({ ...BY_BEN, ...SKIPPED })] }],
    ["agree", { agree: true, answers: [makeAnswer(), makeAnswer(BY_BEN)] }],
    ["split", makeSplit()],
  ])("is %s", (state, changes) => {
    expect(standing(changes).state).toBe(state);
  });

  it("has the color of each source type once, of an archived one too", () => {
    const answers = [
      makeAnswer(),
      makeAnswer({ ...BY_BEN, source_type: "wire" }),
      makeAnswer({ annotator: { code: "c3", id: 9, name: "Cleo" } }),
    ];

    expect(standing({ answers, agree: false }).colors).toEqual(["named", "free_1"]);
  });

  it.each([
    [{ flags: ["flagged"] as const, note: "" }, true],
    [{ flags: [], note: "Why?" }, true],
    [{ flags: ["second_hand", "several_sources"] as const, note: "" }, false],
  ])("is remarked of with %j: %s", ({ flags, note }, isRemarked) => {
    const answers = [makeAnswer({ flags: [...flags], note })];

    expect(standing({ answers }).isRemarked).toBe(isRemarked);
  });

  it("chooses the claims that are listed", () => {
    const split = standingOf(makeSplit(), makeProject());
    const open = standing({});
    const listed = (only: Only) => [split, open].map((one) => isOf(only, one));

    expect(listed("all")).toEqual([true, true]);
    expect(listed("split")).toEqual([true, false]);
    expect(listed("remarked")).toEqual([true, false]);
  });
});

describe("The claim of an address", () => {
  it.each([
    ["#claim-12", 12],
    ["#claim-0", null],
    ["#claim-x", null],
    ["#main", null],
    ["", null],
  ])("of %j is %j", (hash, claim) => {
    expect(claimIn(hash)).toBe(claim);
  });
});
