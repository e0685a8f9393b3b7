import { describe, expect, it } from "vitest";
import { makeNewcomer, makeStanding, makeStandings, makeValue } from "./panelTesting";
import { differs, knownOf, referenceOf, scaleOf, spokenOf, teamSummary, teamTable } from "./team";

const high = makeStanding(1, { peer_kappa: makeValue(0.7, 0.65, 0.75) });
const middle = makeStanding(2, { peer_kappa: makeValue(0.6, 0.5, 0.7) });
const low = makeStanding(3, { peer_kappa: makeValue(0.2, 0.1, 0.3) });
const newcomer = makeNewcomer(4);
const team = makeStandings([low, newcomer, high, middle]);
const known = knownOf(team);

describe("Each annotator against the team", () => {
  it("are those with enough claims, the highest first", () => {
    expect(known.map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  it("are compared with the mean of the same coefficient", () => {
    expect(referenceOf(known)).toBeCloseTo(0.5);
  });

  it("are not compared with themselves alone", () => {
    const alone = knownOf(makeStandings([high]));

    expect(referenceOf(alone)).toBeNull();
    expect(differs(high, null)).toBe(false);
    expect(teamSummary(alone, null)).toContain("no mean to compare with");
  });

  it("differ only where the whole interval lies below the mean", () => {
    expect([high, middle, low].map((one) => differs(one, 0.5))).toEqual([false, false, true]);
    // Where it touches the mean it does not lie below it.
    expect(differs(low, 0.3)).toBe(false);
    expect(differs(newcomer, 0.5)).toBe(false);
  });

  it("are said to differ, and never to be bad", () => {
    const reference = referenceOf(known);

    expect(spokenOf(known[2] as (typeof known)[number], reference)).toBe(
      "κ .20, 95% interval .10 to .30, differs from the others",
    );
    expect(teamSummary(known, reference)).toBe(
      "Chloé Marin differs from the others: the interval lies wholly below the mean of .50.",
    );
    expect(teamSummary(known.slice(0, 2), 0.65)).toBe(
      "No interval lies wholly below the mean of .65.",
    );
  });

  it("are not all named where they are many", () => {
    const many = Array.from({ length: 8 }, (_, at) =>
      makeStanding(at + 1, { peer_kappa: makeValue(0.2, 0.1, 0.3) }),
    );

    expect(teamSummary(knownOf(makeStandings(many)), 0.5)).toMatch(/and 3 others differ from/);
  });

  it("are all in the table, also those without figures", () => {
    const rows = teamTable(team, 0.5).rows.map(([name, kappa, , , , , , , note]) => [
      name,
      kappa,
      note,
    ]);

    expect(rows).toEqual([
      ["Chloé Marin", 0.2, "differs from the others"],
      ["Person P4", null, "too few claims in common"],
      ["Amal Rahal", 0.7, ""],
      ["Ben Kessler", 0.6, ""],
    ]);
  });
});

describe("The scale of coefficients", () => {
  it("begins where the lowest interval does, on a round number, and ends at 1", () => {
    const { domain, ticks } = scaleOf([{ value: 0.5, low: 0.23, high: 0.7 }]);

    expect(domain).toEqual([0.2, 1]);
    expect(ticks.map(({ text }) => text)).toEqual([".20", ".40", ".60", ".80", "1.00"]);
  });

  it("shows values below 0, but none below -1", () => {
    expect(scaleOf([{ value: -0.2, low: -3, high: 0.4 }]).domain).toEqual([-1, 1]);
  });

  it("gives what is hardly below 0 its place, and not half of the scale", () => {
    const { domain, ticks } = scaleOf([{ value: -0.018, low: -0.027, high: -0.009 }]);

    expect(domain).toEqual([-0.027, 1]);
    expect(ticks[0]?.text).toBe(".00");
  });

  it("is one even where no value is", () => {
    expect(scaleOf([{ value: null }]).domain[1]).toBe(1);
  });
});
