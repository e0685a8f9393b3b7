import { describe, expect, it } from "vitest";
import { cutAt, layOut, ownerOf } from "./layout";

/** Give the span of `part` in `text`, counted in code points as the server does. */
function spanOf(text: string, part: string) {
  const unit = text.indexOf(part);
  if (unit < 0) throw new Error(`no ${part}`);
  const start = Array.from(text.slice(0, unit)).length;
  return { start, end: start + Array.from(part).length };
}

function shapeOf(text: string, claims: string[], dropped: string[] = []) {
  const spans = {
    claims: claims.map((c) => spanOf(text, c)),
    dropped: dropped.map((d) => spanOf(text, d)),
  };
  return layOut(text, spans);
}

const textOf = (paragraphs: ReturnType<typeof layOut>) =>
  paragraphs.map((paragraph) => paragraph.runs.map((run) => run.text).join(""));

describe("The layout of an article", () => {
  it("makes a paragraph of every line and leaves blank ones out", () => {
    const paragraphs = shapeOf("One.\n\n  Two.\r\nThree.\n \n", []);

    expect(textOf(paragraphs)).toEqual(["One.", "  Two.", "Three."]);
  });

  it("cuts claims out behind an emoji at the right place", () => {
    const text = "🚢🚢 He spoke. “We did,” she said 👩‍👧.";
    const [paragraph] = shapeOf(text, ["He spoke.", "“We did,” she said 👩‍👧."]);

    expect(paragraph?.runs).toEqual([
      { start: 0, text: "🚢🚢 ", claims: [], firsts: [] },
      { start: 5, text: "He spoke.", claims: [0], firsts: [0] },
      { start: 14, text: " ", claims: [], firsts: [] },
      { start: 15, text: "“We did,” she said 👩‍👧.", claims: [1], firsts: [1] },
    ]);
  });

  it("leaves dropped lines out", () => {
    const paragraphs = shapeOf(
      "Home | News\nIt rained.\nShare this",
      ["It rained."],
      ["Home | News", "Share this"],
    );

    expect(textOf(paragraphs)).toEqual(["It rained."]);
  });

  it("keeps wrapped lines together, with their breaks", () => {
    const text = "It rained on\r\nMonday. It was\r\ncold.\r\n\r\nNobody knew.\r\nNobody asked.";
    const paragraphs = shapeOf(text, [
      "It rained on\r\nMonday.",
      "It was\r\ncold.",
      "Nobody knew.",
    ]);

    expect(textOf(paragraphs)).toEqual([
      "It rained on\r\nMonday. It was\r\ncold.",
      "Nobody knew.",
      "Nobody asked.",
    ]);
    expect(paragraphs.map((paragraph) => paragraph.wrapped)).toEqual([true, false, false]);
  });

  it("says only once where a claim begins, also when it goes on in another paragraph", () => {
    const text = "He said: one.\n\nTwo.";
    const paragraphs = shapeOf(text, ["one.\n\nTwo."]);

    const runs = paragraphs.flatMap((paragraph) => paragraph.runs);
    expect(runs.filter((run) => run.claims.includes(0))).toHaveLength(2);
    expect(runs.filter((run) => run.firsts.includes(0))).toHaveLength(1);
  });

  it("gives an overlap to the current claim, else to the shorter one", () => {
    const text = "The report said “all is well” on Monday.";
    const [paragraph] = shapeOf(text, [text, "“all is well”"]);
    const overlap = paragraph?.runs[1];

    expect(overlap).toMatchObject({ text: "“all is well”", claims: [0, 1], firsts: [1] });
    expect(overlap && ownerOf(overlap, 0)).toBe(0);
    expect(overlap && ownerOf(overlap, 7)).toBe(1);
  });

  it("tells where blanks would not show", () => {
    const paragraphs = shapeOf("Plain, with a\u00a0blank.\n  Set in.\nTwo  blanks.", []);

    expect(paragraphs.map((paragraph) => paragraph.spaced)).toEqual([false, true, true]);
  });

  it("keeps every visible character", () => {
    const text = "  A\u00a0b.  C d.\r\n\tE 🚢 f.\n";
    const paragraphs = shapeOf(text, ["A\u00a0b.", "E 🚢 f."]);

    expect(textOf(paragraphs)).toEqual(["  A\u00a0b.  C d.", "\tE 🚢 f."]);
  });
});

describe("A run", () => {
  const run = { start: 10, text: "the mayor said" };
  const cut = (...spans: Parameters<typeof cutAt<string>>[1]) =>
    cutAt(run, spans).map(({ text, names }) => [text, ...names]);

  it("is whole where no span touches it", () => {
    expect(cut({ name: "source", start: 0, end: 10 })).toEqual([["the mayor said"]]);
  });

  it("is cut at the edges of spans, which may overlap and go on", () => {
    expect(cut({ name: "source", start: 5, end: 19 }, { name: "cue", start: 14, end: 40 })).toEqual(
      [
        ["the ", "source"],
        ["mayor", "source", "cue"],
        [" said", "cue"],
      ],
    );
  });
});
