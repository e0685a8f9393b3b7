import { describe, expect, it } from "vitest";
import { diff, diffMarkdown, diffWords, paragraphsOf } from "./diff";

const kept = (steps: ReturnType<typeof diff<string>>, without: string) =>
  steps.filter(({ kind }) => kind !== without).map(({ value }) => value);

/** Numbers that look random and are the same every time. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

/** The length of the longest common subsequence, the slow and certain way. */
function longestCommon(one: readonly string[], other: readonly string[]): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const left of one) {
    const next = [0];
    for (const [index, right] of other.entries()) {
      const diagonal = (row[index] ?? 0) + 1;
      next.push(left === right ? diagonal : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

describe("A difference", () => {
  it("is the shortest of Myers's own example", () => {
    const steps = diff([..."ABCABBA"], [..."CBABAC"]);

    expect(steps.filter(({ kind }) => kind !== "same")).toHaveLength(5);
  });

  it.each([
    ["", ""],
    ["", "abc"],
    ["abc", ""],
    ["abc", "abc"],
    ["abc", "xyz"],
    ["abcd", "abxcd"],
  ])("of “%s” and “%s” leads from one to the other", (before, after) => {
    const steps = diff([...before], [...after]);

    expect(kept(steps, "added").join("")).toBe(before);
    expect(kept(steps, "removed").join("")).toBe(after);
  });

  it("leads from one to the other in the fewest steps, whatever the texts", () => {
    const random = sequence(7);
    const letters = () =>
      Array.from(
        { length: Math.floor(random() * 40) },
        () => "abcd"[Math.floor(random() * 4)] ?? "",
      );
    for (let round = 0; round < 300; round++) {
      const before = letters();
      const after = letters();

      const steps = diff(before, after);

      expect(kept(steps, "added")).toEqual(before);
      expect(kept(steps, "removed")).toEqual(after);
      const same = steps.filter(({ kind }) => kind === "same").length;
      expect(same).toBe(longestCommon(before, after));
    }
  });

  it("gives up on the shortest where it would take too long, and is still true", () => {
    const before = Array.from({ length: 3000 }, (_, index) => `a${index}`);
    const after = Array.from({ length: 3000 }, (_, index) => `b${index}`);

    const steps = diff(before, after);

    expect(kept(steps, "added")).toEqual(before);
    expect(kept(steps, "removed")).toEqual(after);
  });
});

describe("A difference of words", () => {
  it("names the words and leaves the rest whole", () => {
    expect(diffWords("A body speaks.", "A public body speaks.")).toEqual([
      { kind: "same", text: "A " },
      { kind: "added", text: "public " },
      { kind: "same", text: "body speaks." },
    ]);
  });

  it("does not take letters apart, of any script", () => {
    const parts = diffWords("Größe zählt", "Größen zählen");

    expect(parts.filter(({ kind }) => kind === "added").map(({ text }) => text)).toEqual([
      "Größen",
      "zählen",
    ]);
  });
});

describe("A difference of Markdown", () => {
  const before =
    "# Guide\n\nFirst, read\nthe claim.\n\n## Types\n\n- named: a person\n- official\n";

  it("is nothing where only the lines are broken elsewhere", () => {
    const after = before.replace("read\nthe", "read the");

    expect(diffMarkdown(before, after).every(({ kind }) => kind === "same")).toBe(true);
  });

  it("is nothing where only the markup has changed", () => {
    const after = before.replace("the claim", "**the claim**");

    expect(diffMarkdown(before, after).every(({ kind }) => kind === "same")).toBe(true);
  });

  it("finds a changed item under its heading, and its words", () => {
    const after = before.replace("a person", "a known person");

    expect(diffMarkdown(before, after).filter(({ kind }) => kind !== "same")).toEqual([
      {
        kind: "changed",
        section: "Types",
        parts: [
          { kind: "same", text: "- named: a " },
          { kind: "added", text: "known " },
          { kind: "same", text: "person" },
        ],
      },
    ]);
  });

  it("tells a new paragraph from one written over another", () => {
    const after = before.replace("- official", "- unclear: nobody can tell\n- official");

    expect(diffMarkdown(before, after).filter(({ kind }) => kind !== "same")).toEqual([
      { kind: "added", section: "Types", text: "- unclear: nobody can tell" },
    ]);
  });

  it("keeps what was removed in the section it was in", () => {
    const after = before.replace("First, read\nthe claim.\n\n", "");

    expect(diffMarkdown(before, after).filter(({ kind }) => kind !== "same")).toEqual([
      { kind: "removed", section: "Guide", text: "First, read the claim." },
    ]);
  });
});

describe("The paragraphs of Markdown", () => {
  it("are what belongs together, without a table's rule", () => {
    expect(paragraphsOf("a\nb\n\n1. c\n   d\n2. e\n\n| x | y |\n|---|---|\n| 1 | 2 |\n")).toEqual([
      "a b",
      "1. c d",
      "2. e",
      "| x | y |",
      "| 1 | 2 |",
    ]);
  });
});
