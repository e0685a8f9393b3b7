import { describe, expect, it } from "vitest";
import { askedBy, type Press } from "./keys";

function press(key: string, change: Partial<Press> = {}): Press {
  return {
    key,
    code: "",
    shiftKey: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    isComposing: false,
    target: document.body,
    ...change,
  };
}

const SPLITTING = { kind: "split", at: 4 } as const;

describe("A key of the editor", () => {
  it.each([
    ["j", { type: "step", by: 1 }],
    ["ArrowUp", { type: "step", by: -1 }],
    ["s", { type: "begin_split" }],
    ["m", { type: "merge" }],
    ["x", { type: "toggle_excluded" }],
    ["e", { type: "begin_adjust" }],
    ["a", { type: "add_next" }],
    ["l", { type: "leave_out_selected" }],
    ["z", { type: "undo" }],
  ])("%s asks for %o", (key, asked) => {
    expect(askedBy(press(key), null)).toEqual(asked);
  });

  it("is found by its place where the layout has no Latin letters", () => {
    expect(askedBy(press("ы", { code: "KeyS" }), null)).toEqual({ type: "begin_split" });
  });

  it("undoes and redoes as everywhere else, too", () => {
    expect(askedBy(press("z", { ctrlKey: true }), null)).toEqual({ type: "undo" });
    expect(askedBy(press("Z", { metaKey: true, shiftKey: true }), null)).toEqual({ type: "redo" });
    expect(askedBy(press("y", { ctrlKey: true }), null)).toEqual({ type: "redo" });
    expect(askedBy(press("s", { ctrlKey: true }), null)).toBeNull();
  });

  it("moves what is being chosen", () => {
    expect(askedBy(press("ArrowRight"), SPLITTING)).toEqual({
      type: "move",
      by: 1,
      edge: "end",
      unit: "word",
    });
    expect(askedBy(press("ArrowLeft", { shiftKey: true, altKey: true }), SPLITTING)).toEqual({
      type: "move",
      by: -1,
      edge: "start",
      unit: "character",
    });
    expect(askedBy(press("Enter"), SPLITTING)).toEqual({ type: "keep" });
    expect(askedBy(press("Escape"), SPLITTING)).toEqual({ type: "cancel" });
    expect(askedBy(press("m"), SPLITTING)).toBeNull();
  });

  it("is left to the field or the button that has the focus", () => {
    const field = document.createElement("input");
    const button = document.createElement("button");

    expect(askedBy(press("x", { target: field }), null)).toBeNull();
    expect(askedBy(press("z", { target: field, ctrlKey: true }), null)).toBeNull();
    expect(askedBy(press("Enter", { target: button }), SPLITTING)).toBeNull();
    expect(askedBy(press("ArrowRight", { target: button }), SPLITTING)).not.toBeNull();
  });
});
