import { describe, expect, it } from "vitest";
import { CodePoints } from "@/lib/offsets";
import { type Block, blocksOf, linesOf, withOverlay } from "./blocks";
import { begun, FERRY, spanOf, TEXT, WAIT } from "./testing";

const POINTS = new CodePoints(TEXT);

function laidOut(): Block[] {
  return blocksOf(POINTS, TEXT, begun().cut);
}

function said(blocks: readonly Block[]): string[] {
  return blocks.map((block) =>
    block.kind === "dropped" ? `(${block.text})` : block.pieces.map(({ text }) => text).join("|"),
  );
}

describe("The text of a preview", () => {
  it("stands in its order, what is left out in its place", () => {
    expect(said(laidOut())).toEqual([
      "(🚢 Harbor News)",
      `${FERRY}| |${WAIT}`,
      "(Share this)",
      "Two captains said that nobody asked them.| |Who pays for it?",
    ]);
  });

  it("says of every piece where it begins in the string, and which claim it is of", () => {
    const pieces = laidOut().flatMap((block) => (block.kind === "kept" ? block.pieces : []));

    for (const { start, text } of pieces) expect(TEXT.slice(start).startsWith(text)).toBe(true);
    expect(pieces.map(({ claim }) => claim)).toEqual([0, null, 1, 2, null, 3]);
    expect(pieces.filter(({ begins }) => begins)).toHaveLength(4);
  });
});

describe("The selected claim", () => {
  it("has its source and its cue marked, wherever they are", () => {
    const source = spanOf("the harbor master");
    const cue = spanOf("said");
    const [, block] = withOverlay(laidOut(), POINTS, { source, cue, cut: null });

    expect(block?.kind === "kept" && block.pieces.map(({ text, role }) => [text, role])).toEqual([
      ["The ferry 🌧 stayed in port, ", null],
      ["the harbor master", "source"],
      [" ", null],
      ["said", "cue"],
      [".", null],
      [" ", null],
      [WAIT, null],
    ]);
  });

  it("shows where it would be split", () => {
    const cut = spanOf("she added").start;
    const [, block] = withOverlay(laidOut(), POINTS, { source: null, cue: null, cut });

    const pieces = block?.kind === "kept" ? block.pieces : [];
    expect(pieces.find(({ isCut }) => isCut)?.text).toBe("she added.");
    expect(pieces.filter(({ begins }) => begins)).toHaveLength(2);
  });

  it("leaves every other block as it is, so that it need not be drawn anew", () => {
    const blocks = laidOut();
    const source = spanOf("the harbor master");

    const overlaid = withOverlay(blocks, POINTS, { source, cue: null, cut: null });

    expect(overlaid.map((block, at) => block === blocks[at])).toEqual([true, false, true, true]);
  });
});

describe("The lines of a block", () => {
  it("are found whatever ends them, the blank ones left out", () => {
    const text = "🚢 one\r\ntwo\n \nthree\rfour";
    const points = new CodePoints(text);

    const lines = linesOf(points, text, 0, text.length);

    expect(lines.map((line) => points.slice(line))).toEqual(["🚢 one", "two", "three", "four"]);
  });
});
