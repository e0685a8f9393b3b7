import { describe, expect, it } from "vitest";
import { CodePoints } from "@/lib/offsets";
import { nextEdge, splitPoints, wholeWords, wordEdges } from "./words";

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
