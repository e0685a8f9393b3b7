import { describe, expect, it } from "vitest";
import { readingOf, reasonText } from "./reading";

const TEXT = "🚢 Home\r\nIt rained.\r\n\r\nShare this\r\nNobody knew 🌧 why.";

/** Give the span of `part` counted in code points, as the server does. */
function spanOf(part: string) {
  const start = Array.from(TEXT.slice(0, TEXT.indexOf(part))).length;
  return { start, end: start + Array.from(part).length };
}

describe("The reading of a preview", () => {
  it("shows what is kept and what is left out in the order of the text", () => {
    const pieces = readingOf({
      title: "Rain",
      text: TEXT,
      words: 8,
      claims: [spanOf("It rained."), spanOf("Nobody knew 🌧 why.")],
      dropped: [
        { ...spanOf("Share this"), reason: "share" },
        { ...spanOf("🚢 Home"), reason: "navigation" },
      ],
    });

    expect(pieces.map((piece) => (piece.kind === "dropped" ? piece.text : said(piece)))).toEqual([
      "🚢 Home",
      "1 It rained.",
      "Share this",
      "2 Nobody knew 🌧 why.",
    ]);
    expect(pieces[2]).toMatchObject({ kind: "dropped", reason: "share buttons" });
  });

  it("names a reason that it does not know", () => {
    expect(reasonText("read_more")).toBe("link to another article");
    expect(reasonText("cookie_notice")).toBe("cookie notice");
  });
});

function said(piece: Extract<ReturnType<typeof readingOf>[number], { kind: "paragraph" }>) {
  return piece.paragraph.runs
    .map((run) => [...run.firsts.map((index) => index + 1), run.text].join(" "))
    .join("");
}
