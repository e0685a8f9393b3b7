import { describe, expect, it } from "vitest";
import { makeProject } from "@/api/testing";
import { definitionsOf, verdictOf } from "./calibration";
import { changesOf, figureOf } from "./changes";
import {
  makeLabels,
  makeLevel,
  makeScopes,
  makeShort,
  makeValue,
  ONE_LABEL,
  UNDEFINED,
} from "./panelTesting";
import { labelOf, shadeOf, splitsSummary, splitsTable, widestOf } from "./splits";

const SCALE = ["Low", "Medium", "High"].map((word, at) => ({ value: at + 1, word }));
const DEFINED = definitionsOf(SCALE);

describe("A level of confidence", () => {
  it.each([
    [1, makeValue(0.5, 0.4, 0.6), "within"],
    [1, makeValue(0.2, 0.1, 0.3), "below"],
    [1, makeValue(0.8, 0.7, 0.9), "above"],
    [3, makeValue(0.8, 0.7, 0.86), "within"],
    [3, makeValue(0.7, 0.6, 0.8), "below"],
  ])("%i of %j is %s of what it means", (confidence, value, verdict) => {
    const level = makeLevel(confidence, "Any", value);

    expect(verdictOf(level, DEFINED[confidence])).toBe(verdict);
  });

  it("is not judged without an interval, or on a scale that the guidelines do not define", () => {
    const five = definitionsOf([...SCALE, ...SCALE].slice(0, 5));

    expect(verdictOf({ ...makeLevel(1, "Low"), interval: null }, DEFINED[1])).toBe("unknown");
    expect(verdictOf(makeLevel(1, "Guess"), five[1])).toBe("unknown");
  });
});

describe("Changes from one figure to the next", () => {
  const short = (low: number, high: number) => makeShort(makeValue((low + high) / 2, low, high));

  it("are seen only where intervals have nothing in common", () => {
    const figures = [short(0.5, 0.6), short(0.55, 0.7), short(0.71, 0.8), short(0.2, 0.4)];

    expect(changesOf(figures)).toEqual([null, null, "higher", "lower"]);
  });

  it("pass over figures that have no interval", () => {
    expect(changesOf([short(0.5, 0.6), makeShort(UNDEFINED), short(0.7, 0.8)])).toEqual([
      null,
      null,
      "higher",
    ]);
  });

  it("are of the labels as they are counted", () => {
    const [week] = makeScopes([["2026-05-04", short(0.5, 0.6)]], []).weeks;
    if (!week) throw new Error("A week was made.");
    const collapsed = short(0.8, 0.9);
    const variables = { ...week.variables, source_type_collapsed: collapsed };

    expect(figureOf({ variables }, "collapsed")).toBe(collapsed);
    expect(figureOf({ variables }, "full")).toBe(week.variables.source_type);
    expect(figureOf(week, "collapsed")).toBe(week.variables.source_type);
  });
});

describe("Where answers split", () => {
  const named = { key: "named", name: "Named", color: "named" } as const;
  const anonymous = { key: "anonymous", name: "Anonymous", color: "anonymous" } as const;
  const labels = [named, anonymous];

  it("is where two labels meet most often, seen from both", () => {
    const widest = widestOf(labels, makeLabels());

    expect(widest).toMatchObject({ one: anonymous, other: named, met: 20 });
    expect(splitsSummary(widest)).toBe(
      "“Anonymous” and “Named” meet most often: 33% of the peers of the first say the second, 20% the other way round.",
    );
  });

  it("is nowhere if all agree", () => {
    expect(splitsSummary(widestOf(labels, ONE_LABEL))).toBe("So far all peers agree.");
  });

  it.each([
    [0.049, 0],
    [0.05, 1],
    [0.1, 2],
    [0.2, 3],
    [1, 3],
  ])("shades a share of %f by step %i", (share, shade) => {
    expect(shadeOf(share)).toBe(shade);
  });

  it("is the same in rows, with nothing where a label was never given", () => {
    expect(splitsTable(labels, ONE_LABEL).rows).toEqual([
      ["Named", "Named", 1, 40],
      ["Named", "Anonymous", 0, 0],
      ["Anonymous", "Named", null, 0],
      ["Anonymous", "Anonymous", null, 0],
    ]);
  });

  it("names labels also if the project does not have them any more", () => {
    expect(labelOf("gone", makeProject())).toEqual({
      key: "gone",
      name: "gone",
      color: "neutral_2",
    });
  });
});
