import { describe, expect, it } from "vitest";
import { makePair } from "./testing";
import { biasOf, kappaOf, sameOf, splitsOf, stepOf, usedLabels } from "./words";

const BIAS = makePair().bias;

describe("A pair's figures", () => {
  it("are kappa with its interval, the share of same answers, and the claims they split on", () => {
    const pair = makePair();

    expect(kappaOf(pair)).toEqual({
      headline: "0.62",
      unit: "Cohen’s κ",
      text: "95% interval .52 to .72, over 50 claims that both answered",
    });
    expect(sameOf(pair)).toMatchObject({ headline: "80%", text: "40 of 50 claims" });
    expect(splitsOf(pair)).toBe(10);
  });

  it.each([
    ["no_variation", /one and the same source type/],
    ["single_unit", /one claim only/],
    ["no_data", /too little/],
  ] as const)("have no kappa where there is %s, and say why", (status, said) => {
    const { headline, text } = kappaOf(makePair({ value: null, status, interval: null }));

    expect(headline).toBe("Undefined");
    expect(text).toMatch(said);
  });

  it("say that few claims say little", () => {
    expect(kappaOf(makePair({ units: 19 })).text).toMatch(/answered\. So few claims say little\.$/);
  });

  it("say where no interval could be computed", () => {
    expect(kappaOf(makePair({ interval: null })).text).toMatch(/^No interval could be computed/);
  });

  it.each([
    [0.0488, "Not the same", "p\u00a0=\u00a0.049"],
    [0.0001, "Not the same", "p\u00a0<\u00a0.001"],
    [0.05, "Much the same", "p\u00a0=\u00a0.050"],
    [null, "Not tested", "too few or too alike"],
  ])("with p %s say that the use of the types is: %s", (p_value, kind, said) => {
    const found = biasOf(makePair({ bias: { ...BIAS, p_value } }));

    expect(found.kind).toBe(kind);
    expect(found.text).toContain(said);
  });
});

describe("The confusion of a pair", () => {
  it("leaves out labels that neither used", () => {
    expect(usedLabels(makePair()).map(({ key }) => key)).toEqual(["named", "anonymous", "wire"]);
  });

  it.each([
    [0, 8, 0],
    [1, 8, 1],
    [5, 8, 3],
    [8, 8, 4],
    [0, 0, 0],
  ])("with %i of at most %i claims has a cell of step %i", (claims, most, step) => {
    expect(stepOf(claims, most)).toBe(step);
  });
});
