import { describe, expect, it } from "vitest";
import { type Cell, cellText, csvOf, isolated } from "./table";

const lineOf = (...cells: Cell[]) =>
  csvOf({ columns: [{ label: "Name" }], rows: [cells] }).split("\r\n")[1];

describe("A table as CSV", () => {
  it("has a line for the columns and one for each row", () => {
    const columns = [{ label: "Annotator" }, { label: "κ", format: () => "no" }];

    expect(
      csvOf({
        columns,
        rows: [
          ["Ana", 0.712345],
          ["Ben", null],
        ],
      }),
    ).toBe("Annotator,κ\r\nAna,0.712345\r\nBen,\r\n");
  });

  it.each(["=1+2", "+1", "-1", "@SUM(A1)", "\tx", "  =cmd()", "＝1"])(
    "keeps a spreadsheet from taking %j for a formula",
    (text) => {
      expect(lineOf(text)?.replace(/^"/, "").startsWith("'")).toBe(true);
    },
  );

  it("leaves numbers numbers, also below zero", () => {
    expect(lineOf("Ana", -0.12, 1e21)).toBe("Ana,-0.12,1e+21");
  });

  it("quotes what would end a cell", () => {
    expect(lineOf('He said "no", twice')).toBe('"He said ""no"", twice"');
    expect(lineOf("a\r")).toBe('"a\r"');
  });
});

describe("A cell on the screen", () => {
  it.each<[Cell, string]>([
    [null, "–"],
    ["Ana", "Ana"],
    [1234, "1,234"],
  ])("of %j says %j", (cell, text) => {
    expect(cellText(cell, { label: "Any" })).toBe(text);
  });

  it("is written as its column writes numbers", () => {
    expect(cellText(0.5, { label: "Share", format: (share) => `${share * 100} %` })).toBe("50 %");
  });
});

describe("A name in a sentence", () => {
  it("is set apart if it runs from right to left", () => {
    expect(isolated("ליל")).toBe("\u2068ליל\u2069");
    expect(isolated("Al جريدة")).toBe("\u2068Al جريدة\u2069");
  });

  it("is left as it is if it runs as the sentence does", () => {
    expect(isolated("Chloé Dvořák")).toBe("Chloé Dvořák");
  });
});
