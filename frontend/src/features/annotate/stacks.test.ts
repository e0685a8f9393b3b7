import { describe, expect, it } from "vitest";
import { type PastEvent, stacksOf } from "./stacks";
import { named } from "./testing";

type Given = { id: string; reverts?: string; group?: string; claim?: number; withdraws?: boolean };

/** Make events in order: the answers are of no matter here. */
function events(...given: Given[]): PastEvent[] {
  return given.map(({ id, reverts = null, group = null, claim = 1, withdraws }) => ({
    kind: "answer",
    id,
    claim,
    article: 1,
    group,
    reverts,
    before: null,
    after: withdraws ? null : named(1),
  }));
}

function idsOf(...given: Given[]) {
  const { undo, redo } = stacksOf(events(...given));
  const ids = (acts: typeof undo) => acts.map((act) => act.map(({ id }) => id).join("+"));
  return { undo: ids(undo), redo: ids(redo) };
}

const [a, b, c] = [{ id: "a" }, { id: "b" }, { id: "c" }];

describe("What can be undone and redone", () => {
  it("is every act, the last one first", () => {
    expect(idsOf()).toEqual({ undo: [], redo: [] });
    expect(idsOf(a, b, c)).toEqual({ undo: ["a", "b", "c"], redo: [] });
  });

  it("moves over with what takes it back, and back again", () => {
    const undone = [a, b, { id: "-b", reverts: "b" }, { id: "-a", reverts: "a" }];
    expect(idsOf(...undone)).toEqual({ undo: [], redo: ["-b", "-a"] });

    const redone = [...undone, { id: "+a", reverts: "-a" }];
    expect(idsOf(...redone)).toEqual({ undo: ["+a"], redo: ["-b"] });
    expect(idsOf(...redone, { id: "-+a", reverts: "+a" })).toEqual({
      undo: [],
      redo: ["-b", "-+a"],
    });
  });

  it("ends with a new act for what was to be redone", () => {
    expect(idsOf(a, { id: "-a", reverts: "a" }, b)).toEqual({ undo: ["b"], redo: [] });
  });

  it("counts a group as one", () => {
    const [x, y] = [
      { id: "x", group: "g", claim: 1 },
      { id: "y", group: "g", claim: 2 },
    ];
    expect(idsOf(a, x, y)).toEqual({ undo: ["a", "x+y"], redo: [] });

    const back = [
      { id: "-y", reverts: "y", group: "h", claim: 2 },
      { id: "-x", reverts: "x", group: "h", claim: 1 },
    ];
    expect(idsOf(a, x, y, ...back)).toEqual({ undo: ["a"], redo: ["-y+-x"] });
    // One of them ended as a conflict and never came to the server.
    expect(idsOf(a, x, y, ...back.slice(0, 1))).toEqual({ undo: ["a"], redo: ["-y"] });
  });

  it("keeps a group together in which another tab came between", () => {
    const group = { group: "g" };
    expect(idsOf({ id: "x", ...group }, a, { id: "y", ...group })).toEqual({
      undo: ["x+y", "a"],
      redo: [],
    });
  });

  it("finds what was taken back in another tab under what was done here", () => {
    expect(idsOf(a, b, { id: "-a", reverts: "a" })).toEqual({ undo: ["b"], redo: ["-a"] });
  });

  it("takes what reverts something before the first known event for an undo", () => {
    expect(idsOf({ id: "-z", reverts: "z" })).toEqual({ undo: [], redo: ["-z"] });
  });

  it("lets a settled conflict be undone to one's own answer", () => {
    const settled = [
      { id: "mine", group: "g" },
      { id: "theirs", group: "g", reverts: "mine" },
    ];

    expect(idsOf(a, ...settled)).toEqual({ undo: ["a", "theirs"], redo: [] });
  });

  it("knows the last save of every claim", () => {
    const { tips } = stacksOf(
      events({ id: "x", claim: 1 }, { id: "y", claim: 2 }, { id: "z", claim: 2, withdraws: true }),
    );

    expect([...tips]).toEqual([
      [1, "x"],
      [2, null],
    ]);
  });
});
