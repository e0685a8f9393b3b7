import { describe, expect, it } from "vitest";
import {
  betweenOf,
  betweenSearch,
  type Filters,
  filtersOf,
  isSelective,
  NO_FILTERS,
  searchOf,
} from "./filters";

const ALL: Filters = {
  since: "2026-05-04",
  until: "2026-05-31",
  revisions: [1, 3],
  annotators: [7, 12],
  outlets: ["", "Harbor & Post", "Ledger, The"],
  labels: "collapsed",
};

describe("Filters in an address", () => {
  it("are read as they were written", () => {
    expect(filtersOf(searchOf(ALL))).toEqual(ALL);
  });

  it("are nothing where nothing is filtered", () => {
    expect(searchOf(NO_FILTERS)).toBe("");
    expect(filtersOf("")).toEqual(NO_FILTERS);
  });

  it.each([
    "since=yesterday",
    "since=2026-02-30",
    "until=2026-5-4",
    "revision=0",
    "revision=-1",
    "annotator=1e3",
    "annotator=99999999999999999999",
    "labels=none",
    "outlet=%00",
    `outlet=${"x".repeat(201)}`,
    "between=named,anonymous",
  ])("leave out %s, which makes no sense", (query) => {
    expect(filtersOf(`?${query}`)).toEqual(NO_FILTERS);
  });

  it("have no order and no doubles, so that the same choice is the same selection", () => {
    const { annotators, outlets } = filtersOf(
      "?annotator=9&annotator=2&annotator=9&outlet=b&outlet=a",
    );

    expect(annotators).toEqual([2, 9]);
    expect(outlets).toEqual(["a", "b"]);
  });

  it("take no period that ends before it begins", () => {
    expect(filtersOf("?since=2026-05-31&until=2026-05-04")).toMatchObject({
      since: "2026-05-31",
      until: null,
    });
  });

  it("take no more than the server does", () => {
    const many = Array.from({ length: 600 }, (_, at) => `annotator=${at + 1}`).join("&");

    expect(filtersOf(many).annotators).toHaveLength(500);
  });
});

describe("A selection", () => {
  it.each<[Partial<Filters>, boolean]>([
    [{}, false],
    [{ labels: "collapsed" }, false],
    [{ since: "2026-05-04" }, true],
    [{ until: "2026-05-04" }, true],
    [{ revisions: [1] }, true],
    [{ annotators: [1] }, true],
    [{ outlets: [""] }, true],
  ])("is made by %j: %s", (changes, isSome) => {
    expect(isSelective({ ...NO_FILTERS, ...changes })).toBe(isSome);
  });
});

describe("Two answers in an address", () => {
  it("are read as they were written, beside the filters", () => {
    const search = betweenSearch("?annotator=7", "named", "anonymous");

    expect(search).toBe("?annotator=7&between=named%2Canonymous");
    expect(betweenOf(search)).toEqual(["named", "anonymous"]);
  });

  it.each(["", "?between=", "?between=named", "?between=named,named", "?between=a,b,c"])(
    "are not in %j",
    (search) => {
      expect(betweenOf(search)).toBeNull();
    },
  );
});
