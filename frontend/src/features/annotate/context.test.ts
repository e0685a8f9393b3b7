import { describe, expect, it } from "vitest";
import { layOut } from "@/lib/layout";
import { CodePoints } from "@/lib/offsets";
import { contextOf } from "./context";
import { makeArticle } from "./testing";

const [CLAIM] = makeArticle({ id: 1, claims: 1 }).claims;

function inContext(text: string, quote: string) {
  if (!CLAIM) throw new Error("no claim");
  const start = Array.from(text.slice(0, text.indexOf(quote))).length;
  const span = { start, end: start + Array.from(quote).length };
  const points = new CodePoints(text);
  const paragraphs = layOut(text, { dropped: [], claims: [span] }, points);
  return contextOf(text, { points, paragraphs }, { ...CLAIM, ...span, quote });
}

describe("A claim's context", () => {
  it("is nothing where the claim is its sentence", () => {
    const text = "It rained. “We left,” she said. Nobody knew.";

    expect(inContext(text, "“We left,” she said.")).toEqual({
      before: "",
      quote: "“We left,” she said.",
      after: "",
    });
  });

  it("is the rest of the sentence", () => {
    const text = "🚢 It rained. The mayor said the port is open, and went home. Nobody knew.";

    expect(inContext(text, "the port is open")).toEqual({
      before: "The mayor said ",
      quote: "the port is open",
      after: ", and went home.",
    });
  });

  it("is shortened before a claim that comes late", () => {
    const text = `${"The very long beginning ".repeat(6)}ended when it rained.`;
    const { before } = inContext(text, "it rained.");

    expect(before.startsWith("… ")).toBe(true);
    expect(before.endsWith("ended when ")).toBe(true);
    expect(before.length).toBeLessThan(70);
  });

  it("gives way to a claim that fills the card", () => {
    const long = "it rained again and again, ".repeat(5);
    const { before } = inContext(`The mayor of the island said that ${long}.`, long);
    const whole = long.repeat(2);

    expect(before).toBe("… said that ");
    expect(inContext(`The mayor said that ${whole}.`, whole).before).toBe("… ");
  });

  it("does not leave the paragraph", () => {
    expect(inContext("A heading\nthe port is open\nanother line", "port is")).toEqual({
      before: "the ",
      quote: "port is",
      after: " open",
    });
  });
});
