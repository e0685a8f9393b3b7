import { describe, expect, it } from "vitest";
import { CodePoints } from "./offsets";

const SHIP = "Harbor 🚢 is “open”\u00a0— 👩‍👩‍👧 cafe\u0301";

describe("Code points", () => {
  it("are one for two units of an emoji", () => {
    const points = new CodePoints(SHIP);

    expect(points.slice({ start: 7, end: 8 })).toBe("🚢");
    expect(points.slice({ start: 9, end: 11 })).toBe("is");
    expect(points.length).toBe(Array.from(SHIP).length);
  });

  it("come back from units, everywhere in the text", () => {
    const points = new CodePoints(SHIP);

    for (let point = 0; point <= points.length; point++) {
      expect(points.toPoints(points.toUnits(point))).toBe(point);
    }
  });

  it("agree with Array.from for every span", () => {
    const points = new CodePoints(SHIP);
    const characters = Array.from(SHIP);

    for (let start = 0; start < characters.length; start++) {
      for (let end = start; end <= characters.length; end++) {
        expect(points.slice({ start, end })).toBe(characters.slice(start, end).join(""));
      }
    }
  });

  it("round a unit inside a pair down", () => {
    expect(new CodePoints("a🚢b").toPoints(2)).toBe(1);
  });

  it("count combining marks and joiners one by one", () => {
    expect(new CodePoints("e\u0301").length).toBe(2);
    expect(new CodePoints("👩‍👩").length).toBe(3);
  });

  it("count a lone surrogate as one", () => {
    const points = new CodePoints("a\ud83d 🚢b");

    expect(points.length).toBe(5);
    expect(points.slice({ start: 4, end: 5 })).toBe("b");
  });

  it("stay inside the text", () => {
    const points = new CodePoints("abc");

    expect(points.toUnits(9)).toBe(3);
    expect(points.toPoints(-1)).toBe(0);
  });
});
