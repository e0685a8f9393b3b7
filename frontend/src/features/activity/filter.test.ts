import { describe, expect, it } from "vitest";
import { EVERYTHING, filterQuery, readFilter, writeFilter } from "./filter";

describe("A filter of the log", () => {
  it("goes into the address and back", () => {
    const filter = { kind: "people", actor: "7", since: "2026-05-01", until: "" } as const;

    expect(writeFilter(filter)).toBe("kind=people&actor=7&since=2026-05-01");
    expect(readFilter(writeFilter(filter))).toEqual(filter);
    expect(filterQuery(filter)).toEqual({ kind: "people", actor: 7, since: "2026-05-01" });
  });

  it("asks for everything where nothing is said, or nothing that makes sense", () => {
    expect(readFilter("")).toEqual(EVERYTHING);
    expect(readFilter("kind=magic&actor=me&since=May&until=2026-5-1")).toEqual(EVERYTHING);
    expect(writeFilter(EVERYTHING)).toBe("");
  });
});
