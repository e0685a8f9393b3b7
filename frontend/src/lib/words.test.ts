import { describe, expect, it } from "vitest";
import { CodePoints } from "./offsets";
import {
  nextCharacter,
  nextEdge,
  shifted,
  splitPoints,
  wholeWords,
  wordBeside,
  wordEdges,
} from "./words";

function cutAt(text: string, places: number[]): string[] {
  const points = new CodePoints(text);
  const edges = [0, ...places, points.length];
  return edges.slice(0, -1).map((start, at) => points.slice({ start, end: edges[at + 1] ?? 0 }));
}

describe("Words", () => {
  it("begin with their quotation marks and after a dash, not at a hyphen", () => {
    const text = "He said: “It’s twenty-one 🚢 boats”—she didn’t.";
    const all = { start: 0, end: new CodePoints(text).length };

    expect(cutAt(text, splitPoints(new CodePoints(text), all))).toEqual([
      "He ",
      "said: ",
      "“It’s ",
      "twenty-one ",
      "🚢 ",
      "boats”—",
      "she ",
      "didn’t.",
    ]);
  });

  it("end with their punctuation", () => {
    const text = "🚢 “Go,” he said.";
    const all = { start: 0, end: new CodePoints(text).length };
    const points = new CodePoints(text);

    expect(wordEdges(points, all, "end").map((end) => points.slice({ start: 0, end }))).toEqual([
      "🚢",
      "🚢 “Go,”",
      "🚢 “Go,” he",
      "🚢 “Go,” he said.",
    ]);
  });

  it("are found where no blanks part them", () => {
    const text = "船停在港口";

    expect(splitPoints(new CodePoints(text), { start: 0, end: 5 }).length).toBeGreaterThan(0);
  });

  it("are looked for on both sides, within the room there is", () => {
    const points = new CodePoints("one two three");
    const all = { start: 0, end: 13 };

    expect(nextEdge(points, 3, 1, "end", all)).toBe(7);
    expect(nextEdge(points, 7, -1, "end", all)).toBe(3);
    expect(nextEdge(points, 7, 1, "end", { start: 0, end: 7 })).toBeNull();
    expect(nextEdge(points, 4, 1, "start", all)).toBe(8);
  });

  it("are marked as a whole", () => {
    const points = new CodePoints("🚢 The harbor master, she said.");
    const marked = (start: number, end: number) => points.slice(wholeWords(points, { start, end }));

    expect(marked(4, 9)).toBe("The harbor");
    expect(marked(2, 12)).toBe("The harbor");
    expect(marked(13, 14)).toBe("master,");
  });
});

describe("A span of words", () => {
  const all = (points: CodePoints) => ({ start: 0, end: points.length });
  const spanOf = (text: string, part: string) => {
    const points = new CodePoints(text);
    const start = points.toPoints(text.indexOf(part));
    return { points, span: { start, end: start + [...part].length } };
  };

  it.each([
    ["with emoji", "Ana 👩‍👩‍👧 said 🚢 so.", "said", "🚢", "👩‍👩‍👧"],
    ["with combining marks", "le café\u0301 dit oui", "dit", "oui", "café\u0301"],
    ["in Arabic", "قالَ الوزيرُ إنَّ السفينة", "الوزيرُ", "إنَّ", "قالَ"],
    ["in Hebrew", "שר החוץ אמר כן", "החוץ", "אמר", "שר"],
  ])("goes on by a word %s", (_, text, part, after, before) => {
    const { points, span } = spanOf(text, part);
    const next = shifted(points, span, 1, all(points));
    const previous = shifted(points, span, -1, all(points));

    expect(next && points.slice(next)).toBe(after);
    expect(previous && points.slice(previous)).toBe(before);
  });

  it("goes on where no blanks part the words", () => {
    const { points, span } = spanOf("船停在港口", "船");
    const next = shifted(points, span, 1, all(points));

    expect(next?.start).toBe(1);
    expect(next && next.end > next.start).toBe(true);
  });

  it("stays where there is no further word", () => {
    const { points, span } = spanOf("one two", "two");

    expect(shifted(points, span, 1, all(points))).toBeNull();
  });

  it("begins with the word after another span, or else the one before it", () => {
    const beside = (text: string, part: string) => {
      const { points, span } = spanOf(text, part);
      const found = wordBeside(points, span, all(points));
      return found && points.slice(found);
    };

    expect(beside("“Go,” she said. ", "“Go,”")).toBe("she");
    expect(beside("She said: “Go.” ", "“Go.”")).toBe("said:");
    expect(beside("Go.", "Go.")).toBe("Go.");
    expect(beside("  ", " ")).toBeNull();
  });

  it("changes by a whole character, never by a part of one", () => {
    const text = "a👩‍👩‍👧e\u0301🇩🇪z";
    const points = new CodePoints(text);
    const places = [0];
    for (let at: number | null = 0; at !== null; ) {
      at = nextCharacter(points, at, 1, all(points));
      if (at !== null) places.push(at);
    }

    expect(places.map((end) => points.slice({ start: 0, end }))).toEqual([
      "",
      "a",
      "a👩‍👩‍👧",
      "a👩‍👩‍👧e\u0301",
      "a👩‍👩‍👧e\u0301🇩🇪",
      text,
    ]);
    expect(nextCharacter(points, points.length, 1, all(points))).toBeNull();
    expect(nextCharacter(points, 6, -1, all(points))).toBe(1);
  });
});
