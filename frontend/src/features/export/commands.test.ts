import { describe, expect, it } from "vitest";
import { type Choice, DEFAULT } from "./choice";
import { curlOf, LIBRARIES, pythonOf } from "./commands";
import { fileOf, pathOf } from "./download";
import { FILTERED } from "./testing";

const ROOT = "/api/v1/projects/ferries/export/";
const choose = (changes: Partial<Choice> = {}): Choice => ({ ...DEFAULT, ...changes });

describe("The address of a download", () => {
  it.each([
    [choose(), "claims.jsonl"],
    [choose({ format: "csv" }), "claims.csv"],
    [choose({ format: "parquet" }), "claims.parquet"],
    [choose({ format: "jsonld" }), "claims.jsonld"],
    [choose({ format: "conll" }), "tokens.conll"],
    [choose({ rows: "annotations" }), "annotations.jsonl"],
    [choose({ rows: "annotations", format: "csv" }), "annotations.csv"],
    [choose({ rows: "annotations", format: "parquet" }), "annotations.parquet"],
    [choose({ compress: "gzip" }), "claims.jsonl?compress=gzip"],
    [choose({ format: "csv", text: true }), "claims.csv?text=true"],
    [choose({ rows: "annotations", names: true }), "annotations.jsonl?names=true"],
  ])("is of what the form says: %j", (choice, path) => {
    expect(pathOf("ferries", choice)).toBe(ROOT + path);
  });

  it.each([
    // Parquet is packed within, answers have no text, claims no names.
    [choose({ format: "parquet", compress: "zstd" }), "claims.parquet"],
    [choose({ rows: "annotations", text: true }), "annotations.jsonl"],
    [choose({ names: true }), "claims.jsonl"],
    [choose({ format: "conll", text: true }), "tokens.conll"],
  ])("asks for nothing that the server would refuse: %j", (choice, path) => {
    expect(pathOf("ferries", choice)).toBe(ROOT + path);
  });

  it("has every filter, as the server reads them", () => {
    const query = new URL(pathOf("ferries", FILTERED), "http://news.example").searchParams;

    expect([...query]).toEqual([
      ["since", "2026-05-01"],
      ["until", "2026-05-09"],
      ["revisions", "1"],
      ["revisions", "2"],
      ["annotators", "k7m2qp"],
      ["annotators", "x3d9rt"],
      ["outlets", ""],
      ["outlets", "Harbor’s & ‘Post'"],
      ["decided", "true"],
      ["min_votes", "2"],
    ]);
  });
});

describe("The command", () => {
  it("downloads from the same address, into a file of the same name", () => {
    for (const format of ["jsonl", "csv", "parquet", "jsonld", "conll"] as const) {
      for (const compress of ["none", "gzip", "zstd"] as const) {
        const choice = { ...FILTERED, format, compress };
        const command = curlOf("https://news.example", "ferries", choice);

        expect(command).toContain(`'https://news.example${pathOf("ferries", choice)}'`);
        expect(command).toContain(`-o ${fileOf("ferries", choice)} `);
        expect(command).toContain('"Authorization: Bearer $ONRECORD_TOKEN"');
      }
    }
  });

  it("ends its quotes where they are meant to end, whatever an outlet is called", () => {
    expect(curlOf("https://news.example", "ferries", FILTERED).split("'")).toHaveLength(3);
  });
});

describe("The lines of Python", () => {
  it("read the downloaded file", () => {
    for (const library of LIBRARIES) {
      for (const format of ["jsonl", "parquet"] as const) {
        const choice = choose({ format, compress: "gzip" });
        expect(pythonOf("ferries", choice, library)).toContain(`"${fileOf("ferries", choice)}"`);
      }
    }
    expect(pythonOf("ferries", choose({ compress: "zstd" }), "polars")).toBe(
      'import polars as pl\nrows = pl.read_ndjson("ferries-claims.jsonl.zst", infer_schema_length=None)',
    );
  });

  it("are for what these libraries read", () => {
    expect(pythonOf("ferries", choose({ format: "conll" }), "pandas")).toBeNull();
  });
});
