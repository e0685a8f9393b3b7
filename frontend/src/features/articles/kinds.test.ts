import { describe, expect, it } from "vitest";
import { sortOut } from "./kinds";

function file(name: string, size = 10): File {
  const made = new File([], name);
  Object.defineProperty(made, "size", { value: size });
  return made;
}

describe("The files that a lead gives", () => {
  it.each([
    ["ferry.txt", "article"],
    ["ferry.HTML", "article"],
    ["ferry.pdf", "article"],
    ["ferries.csv", "table"],
    ["ferries.TSV", "table"],
    ["ferries.jsonl", "table"],
    ["ferry", "article"],
  ])("one alone, %s, is taken as %s", (name, kind) => {
    expect(sortOut([file(name)])).toMatchObject({ kind });
  });

  it("several are an import", () => {
    const files = [file("a.txt"), file("b.docx")];

    expect(sortOut(files)).toEqual({ kind: "files", files });
  });

  it("are refused before they are sent, if the server would refuse them", () => {
    expect(sortOut([file("a.txt", 0)])).toBe("empty");
    expect(sortOut([file("a.pdf", 21e6)])).toBe("too_large");
    expect(sortOut([file("a.csv", 99e6)])).toMatchObject({ kind: "table" });
    expect(sortOut([file("a.csv", 200e6)])).toBe("too_large");
    expect(sortOut([file("a.csv"), file("b.txt")])).toBe("table_among_files");
    expect(sortOut(Array.from({ length: 101 }, () => file("a.txt")))).toBe("too_many");
    expect(sortOut([file("a.pdf", 60e6), file("b.pdf", 60e6)])).toBe("too_large_together");
  });
});
