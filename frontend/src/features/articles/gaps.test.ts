import { describe, expect, it } from "vitest";
import { correct } from "./corrections";
import { nextGap } from "./gaps";
import { begun, CAPTAINS, makePreview, proposed, QUESTION, WAIT } from "./testing";

function gapOf(state: ReturnType<typeof begun>): string | null {
  const gap = nextGap(state);
  return gap && state.points.slice(gap);
}

describe("The words that are in no claim", () => {
  it("are those after the selected claim, a sentence at most", () => {
    const claims = makePreview().claims.filter((_, index) => index === 0);

    expect(gapOf(begun({ claims }))).toBe(WAIT);
  });

  it("are looked for from the beginning once there are none after it", () => {
    const state = begun({ claims: [proposed(CAPTAINS), proposed(QUESTION), proposed(WAIT)] });

    expect(gapOf(correct(state, { type: "select", claim: 2 }))).toMatch(/^The ferry/);
  });

  it("are never those of a line that is left out", () => {
    expect(gapOf(begun())).toBeNull();
  });
});
