import { describe, expect, it } from "vitest";
import { CodePoints } from "./offsets";

const SHIP = "Harbor 🚢 is “open”\u00a0— 👩‍👩‍👧 cafe\u0301";

/** As in the tests of the exports, which give offsets in both units. */
const ODD = {
  emoji: "🧑🏿‍🚀 Ann 👋🏽, 🇩🇪🇫🇷 1️⃣",
  marks: "cafe\u0301 A\u0328\u0301 said",
  arabic: "قال إنّ العبّارة 🚢 قديمة",
  hebrew: 'דובר צה"ל אמר 🚢 הַסְּפִינָה',
  "line ends": "a 🚢\r\n\r\nb\u2028c",
  blanks: "5\u00a0000\u202f€ 🚢\u200b\ufeff",
  "astral letters": "𝒜𝓃𝓃 𐐷 𠮷野家",
};

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

  it.each([["ship", SHIP], ...Object.entries(ODD)])(
    "agree with Array.from and with slice for every span of %s",
    (_, text) => {
      const points = new CodePoints(text);
      const characters = Array.from(text);

      for (let start = 0; start < characters.length; start++) {
        for (let end = start; end <= characters.length; end++) {
          const quote = characters.slice(start, end).join("");
          const units = points.spanToUnits({ start, end });
          expect(points.slice({ start, end })).toBe(quote);
          expect(text.slice(units.start, units.end)).toBe(quote);
        }
      }
    },
  );

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
