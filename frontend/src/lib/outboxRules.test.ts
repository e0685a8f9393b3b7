import { describe, expect, it } from "vitest";
import {
  apply,
  type Entry,
  type Kept,
  phaseOf,
  type Result,
  settle,
  waitAfter,
} from "./outboxRules";

const entry = (id: string): Entry<string> => ({ id, payload: id.toUpperCase() });
const refusal = (id: string) => ({ ...entry(id), reason: "No.", code: "closed", current: null });
const KEPT: Kept<string, string> = { pending: [entry("a"), entry("b")], refused: [refusal("r")] };

describe("What is kept", () => {
  it("grows at the end", () => {
    expect(apply(KEPT, { add: [entry("c")] }).pending.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  it("holds an entry once, wherever it is", () => {
    expect(apply(KEPT, { add: [entry("a"), entry("r")] })).toEqual(KEPT);
  });

  it("loses what is removed, refused or not", () => {
    expect(apply(KEPT, { remove: ["a", "r", "x"] })).toEqual({
      pending: [entry("b")],
      refused: [],
    });
  });

  it("sets aside what is refused", () => {
    expect(apply(KEPT, { refuse: [refusal("a")] })).toEqual({
      pending: [entry("b")],
      refused: [refusal("r"), refusal("a")],
    });
  });

  it("does not bring back what has gone", () => {
    expect(apply(KEPT, { refuse: [refusal("x")] })).toEqual(KEPT);
  });

  it("moves to the end what is removed and added", () => {
    const { pending, refused } = apply(KEPT, { remove: ["a", "r"], add: [entry("r"), entry("a")] });

    expect(pending.map(({ id }) => id)).toEqual(["b", "r", "a"]);
    expect(refused).toEqual([]);
  });
});

describe("The phase", () => {
  const known = { isRead: true, isOnline: true, pending: 1, hold: null };

  it("claims nothing before the store was read", () => {
    expect(phaseOf({ ...known, isRead: false, pending: 0 })).toBe("checking");
  });

  it("is saved when nothing waits, whatever happened before", () => {
    expect(phaseOf({ ...known, pending: 0, hold: "signed_out" })).toBe("saved");
  });

  it("says why something waits", () => {
    expect(phaseOf(known)).toBe("saving");
    expect(phaseOf({ ...known, hold: "again" })).toBe("waiting");
    expect(phaseOf({ ...known, hold: "again", isOnline: false })).toBe("offline");
    expect(phaseOf({ ...known, hold: "signed_out", isOnline: false })).toBe("signed_out");
  });
});

describe("The wait after a failure", () => {
  it("doubles up to half a minute", () => {
    expect([1, 2, 3, 6, 60].map((failures) => waitAfter(failures, 0))).toEqual([
      1_000, 2_000, 4_000, 30_000, 30_000,
    ]);
  });

  it("is up to half of it shorter by chance", () => {
    expect(waitAfter(3, 1)).toBe(2_000);
  });

  it("is at least what the server asks for", () => {
    expect(waitAfter(1, 0, 90)).toBe(90_000);
    expect(waitAfter(4, 0, 2)).toBe(8_000);
  });
});

describe("The results of a batch", () => {
  const no = { kind: "refused", reason: "No.", code: "closed", current: null } as const;

  it("go to the entries by their ids", () => {
    const results: Result<string>[] = [
      { id: "b", ...no },
      { id: "a", kind: "taken" },
      { id: "x", kind: "taken" },
    ];

    expect(settle([entry("a"), entry("b"), entry("c")], results)).toEqual({
      taken: [entry("a")],
      refused: [refusal("b")],
    });
  });
});
