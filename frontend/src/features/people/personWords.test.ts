import { describe, expect, it } from "vitest";
import { makeCell, makePerson, makeProject, makeStanding } from "./personTesting";
import { biasText, differs, peersOf, ratesText, referenceOf } from "./personWords";

const TYPES = makeProject();
const LABELS = ["named", "anonymous", "wire"];
const BIAS = makeStanding().bias;

const biasOf = (changes: Partial<NonNullable<typeof BIAS>>) =>
  biasText({ bias: BIAS && { ...BIAS, ...changes } }, LABELS, TYPES);

describe("The use of the source types", () => {
  it.each([
    [
      [-0.1, 0.1, 0],
      "Uses Anonymous (+10 points) more often than the others. Uses Named (−10 points) less often.",
    ],
    [
      [0.05, 0.12, 0],
      "Uses Anonymous (+12 points) and Named (+5 points) more often than the others.",
    ],
    [[-0.08, 0.019, 0.019], "Uses Named (−8 points) less often than the others."],
    [[-0.01, 0.01, 0], "Uses the source types otherwise than the others."],
    [
      [-0.2, 0.1, 0.1],
      "Uses Anonymous (+10 points) and wire (+10 points) more often than the others. Uses Named (−20 points) less often.",
    ],
  ])("with differences %j is said in words", (differences, said) => {
    expect(biasOf({ differences })).toBe(said);
  });

  it("is said to be the same, or unknown, where no difference can be told", () => {
    expect(biasOf({ p_value: 0.05 })).toMatch(/as often as the others/);
    expect(biasOf({ p_value: null })).toMatch(/too few or too alike/);
    expect(biasText({ bias: null }, LABELS, TYPES)).toMatch(/too few or too alike/);
  });
});

describe("Who differs from the others", () => {
  const standing = makeStanding();

  it("is whose whole interval lies below the mean of everybody's kappa", () => {
    expect(differs(standing, 0.66)).toBe(true);
    expect(differs(standing, 0.65)).toBe(false);
    expect(differs(standing, null)).toBe(false);
    expect(differs({ peer_kappa: { value: 0.1, status: "ok", interval: null } }, 0.9)).toBe(false);
    expect(differs({ peer_kappa: null }, 0.9)).toBe(false);
  });

  it("is compared with two or more", () => {
    const other = makeStanding({ peer_kappa: { value: 0.85, status: "ok", interval: null } });

    expect(referenceOf([standing, other, { peer_kappa: null }])).toBeCloseTo(0.7);
    expect(referenceOf([standing, { peer_kappa: null }])).toBeNull();
    expect(referenceOf([])).toBeNull();
  });
});

describe("Error rates", () => {
  const rates = [
    [0.8, 0.2],
    [0.5, 0.5],
  ];

  it("are said by the error that is made most often, of what is rare seldom", () => {
    expect(ratesText(rates, LABELS, TYPES, [0.9, 0.1])).toBe(
      "Most often, Named becomes Anonymous: in 20% of the cases.",
    );
    expect(ratesText(rates, LABELS, TYPES, [0.5, 0.5])).toBe(
      "Most often, Anonymous becomes Named: in 50% of the cases.",
    );
  });

  it("that are hardly any are not named", () => {
    const none = [
      [0.99, 0.01],
      [0, 1],
    ];

    expect(ratesText(none, LABELS, TYPES, [0.5, 0.5])).toMatch(/^Hardly ever/);
  });
});

describe("The others", () => {
  it("are named whichever side of a pair they are on, the highest kappa first, none last", () => {
    const pairs = [makeCell(), makeCell({ one: 3, other: 7, value: 0.7 })];
    const unknown = makeCell({ other: 9, value: null });
    const annotators = [...makePerson().annotators, { id: 9, name: "Di Costa" }];

    const peers = peersOf(makePerson({ pairs: [unknown, ...pairs], annotators }));

    expect(peers.map(({ peer, name }) => [peer, name])).toEqual([
      [3, "Cy Berg"],
      [8, "Ben Kraus"],
      [9, "Di Costa"],
    ]);
  });
});
