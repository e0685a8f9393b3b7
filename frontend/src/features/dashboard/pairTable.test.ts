import { describe, expect, it } from "vitest";
import { csvOf } from "@/parts/charts/table";
import { finder, pairsSummary, pairsTable, peopleOf, shortName, stepOf, viewOf } from "./pairTable";
import { makeCell, makePairs, makeValue, UNDEFINED } from "./panelTesting";

const [ana, ben] = peopleOf([
  { id: 1, name: "Amal Rahal" },
  { id: 2, name: "Ben Kessler" },
]);
if (!ana || !ben) throw new Error("Two people were made.");

describe("The step of a kappa", () => {
  it.each([
    [-0.4, 0],
    [0.199, 0],
    [0.2, 1],
    [0.4, 2],
    [0.5, 3],
    [0.65, 4],
    [0.7, 5],
    [0.8, 6],
    [1, 6],
  ])("of %f is %i", (kappa, step) => {
    expect(stepOf(kappa)).toBe(step);
  });
});

describe("Names in the table", () => {
  it.each([
    ["Amal Rahal", "Amal R."],
    ["María José de la Cruz", "María C."],
    ["Plato", "Plato"],
    ["Ola Ødegård", "Ola Ø."],
    ["𝒜na 𝒷en", "𝒜na 𝒷."],
  ])("%s is %s", (name, short) => {
    expect(shortName(name)).toBe(short);
  });

  it("are written out where two would be the same, and sorted", () => {
    const people = peopleOf([
      { id: 1, name: "Zoë Adler" },
      { id: 2, name: "Ben Kessler" },
      { id: 3, name: "Ben Kahn" },
    ]);

    expect(people.map(({ short }) => short)).toEqual(["Ben Kahn", "Ben Kessler", "Zoë A."]);
  });
});

describe("A cell", () => {
  const seen = (changes: Parameters<typeof makeCell>[2]) =>
    viewOf(makeCell(1, 2, changes), ben, ana, 20);

  it("says the value, the interval and how many claims it is of", () => {
    expect(seen({})).toEqual({
      kind: "value",
      step: 3,
      text: ".50",
      n: "120",
      label: "Ben Kessler and Amal Rahal: κ .50, 95% interval .41 to .59, 120 claims in common",
    });
  });

  it("has no color below enough claims, and says that they say little", () => {
    const view = seen({ units: 19 });

    expect(view.kind).toBe("few");
    expect(view.label).toMatch(/19 claims in common; fewer than 20 say little$/);
    expect(seen({ units: 20 }).kind).toBe("value");
  });

  it("says why there is no value", () => {
    const view = seen(UNDEFINED);

    expect(view).toMatchObject({ kind: "undefined", text: "–" });
    expect(view.label).toContain("everybody gave the same answer");
  });

  it("of two who share nothing says so", () => {
    expect(viewOf(undefined, ben, ana, 20)).toMatchObject({
      kind: "none",
      n: "0",
      label: "Ben Kessler and Amal Rahal: no claim in common yet",
    });
  });

  it("is found whoever is named first", () => {
    const find = finder([makeCell(3, 7)]);

    expect(find(7, 3)).toBe(find(3, 7));
    expect(find(3, 8)).toBeUndefined();
  });
});

describe("The pairs in words", () => {
  const summary = (cells: ReturnType<typeof makeCell>[]) => {
    const pairs = makePairs(3, { cells });
    return pairsSummary(pairs, peopleOf(pairs.annotators));
  };

  it("name the two who agree most and least, of those with enough claims", () => {
    const cells = [
      makeCell(1, 2, makeValue(0.8, 0.7, 0.9)),
      makeCell(1, 3, makeValue(0.4, 0.3, 0.5)),
      makeCell(2, 3, { ...makeValue(0.1, 0, 0.9), units: 5 }),
    ];

    expect(summary(cells)).toBe(
      "Of 2 pairs with enough claims in common, Amal Rahal and Ben Kessler (.80) agree most and Amal Rahal and Chloé Marin (.40) least.",
    );
  });

  it("do not compare a pair with itself", () => {
    expect(summary([makeCell(1, 2)])).toBe(
      "One pair has enough claims in common: Amal Rahal and Ben Kessler (.50).",
    );
  });

  it("say where no pair has enough", () => {
    expect(summary([makeCell(1, 2, { units: 3 })])).toBe("No pair has 20 claims in common yet.");
  });

  it("tell those that have enough claims and no κ from those that have too few", () => {
    const cell = makeCell(1, 2, { value: null, status: "no_variation", interval: null, units: 32 });

    expect(summary([cell])).toMatch(/^No pair has a κ yet: .* gave the same answer throughout\.$/);
  });
});

describe("The pairs as rows", () => {
  it("have Landis and Koch's words, but for too few claims", () => {
    const pairs = makePairs(3, { cells: [makeCell(1, 2), makeCell(1, 3, { units: 4 })] });

    const [, one, other] = csvOf(pairsTable(pairs, peopleOf(pairs.annotators))).split("\r\n");

    expect(one).toBe("Amal Rahal,Ben Kessler,0.5,0.41,0.59,0.8,120,moderate");
    expect(other).toBe("Amal Rahal,Chloé Marin,0.5,0.41,0.59,0.8,4,too few claims in common");
  });
});
