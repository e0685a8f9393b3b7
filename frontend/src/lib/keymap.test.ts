import { afterEach, describe, expect, it } from "vitest";
import {
  COMMANDS,
  capsOf,
  commandOf,
  conflictsIn,
  DEFAULT_KEYMAP,
  keyOf,
  labelOf,
  overridesOf,
  withOverrides,
} from "./keymap";

function press(
  key: string,
  code: string,
  more: KeyboardEventInit = {},
  target?: Element,
  keymap = DEFAULT_KEYMAP,
) {
  let heard: ReturnType<typeof commandOf> = null;
  const listen = (event: KeyboardEvent) => {
    heard = commandOf(event, keymap);
  };
  document.addEventListener("keydown", listen);
  (target ?? document.body).dispatchEvent(
    new KeyboardEvent("keydown", { key, code, bubbles: true, ...more }),
  );
  document.removeEventListener("keydown", listen);
  return heard;
}

function put(html: string): Element {
  document.body.innerHTML = html;
  const target = document.querySelector("[data-target]");
  if (!target) throw new Error("no target");
  return target;
}

describe("The keymap", () => {
  afterEach(() => {
    document.body.innerHTML = "";
  });

  it("reads digits by their position, also from the numpad and other layouts", () => {
    expect(press("2", "Digit2")).toEqual({ kind: "digit", value: 2 });
    expect(press("End", "Numpad1")).toEqual({ kind: "digit", value: 1 });
    expect(press("é", "Digit2")).toEqual({ kind: "digit", value: 2 });
    expect(press("0", "Digit0")).toBeNull();
    expect(press("1", "Digit1", { shiftKey: true })).toEqual({ kind: "digit", value: 1 });
    // On a Russian keyboard, as on some others, the question mark is over a digit.
    expect(press("?", "Digit7", { shiftKey: true })).toEqual({ kind: "help" });
  });

  it("reads letters, whatever the case and the script of the layout", () => {
    expect(press("j", "KeyJ")).toEqual({ kind: "next" });
    expect(press("Z", "KeyZ")).toEqual({ kind: "undo" });
    expect(press("я", "KeyZ")).toEqual({ kind: "undo" });
    expect(press("z", "KeyY")).toEqual({ kind: "undo" });
    expect(press("q", "KeyQ")).toBeNull();
  });

  it.each([
    ["ArrowDown", "next"],
    ["ArrowUp", "previous"],
    ["[", "previousArticle"],
    ["]", "nextArticle"],
    ["Enter", "confirm"],
    ["Escape", "back"],
    ["Backspace", "undo"],
    ["?", "help"],
  ])("reads %s as %s", (key, kind) => {
    expect(press(key, "")).toEqual({ kind });
  });

  it("ignores a held key: it must not answer the second question", () => {
    expect(press("1", "Digit1", { repeat: true })).toBeNull();
  });

  it.each(["ctrlKey", "metaKey", "altKey"])("leaves keys with %s to the browser", (modifier) => {
    expect(press("1", "Digit1", { [modifier]: true })).toBeNull();
  });

  it("is silent in fields and dialogs", () => {
    expect(press("1", "Digit1", {}, put("<input data-target>"))).toBeNull();
    expect(press("s", "KeyS", {}, put("<textarea data-target></textarea>"))).toBeNull();
    expect(
      press("1", "Digit1", {}, put("<dialog open><button data-target>x</button></dialog>")),
    ).toBeNull();
  });

  it("leaves Enter to a focused button, but not the digits", () => {
    const button = put("<button data-target>x</button>");

    expect(press("Enter", "Enter", {}, button)).toBeNull();
    expect(press("1", "Digit1", {}, button)).toEqual({ kind: "digit", value: 1 });
  });

  it("leaves the arrows to what scrolls by itself", () => {
    const panel = put("<div data-scrolls><p data-target>x</p></div>");

    expect(press("ArrowDown", "ArrowDown", {}, panel)).toBeNull();
    expect(press("j", "KeyJ", {}, panel)).toEqual({ kind: "next" });
  });
});

describe("The command palette's key", () => {
  it.each(["ctrlKey", "metaKey"])("is read with %s, also in a field", (modifier) => {
    const held = { [modifier]: true };

    expect(press("k", "KeyK", held)).toEqual({ kind: "palette" });
    expect(press("k", "KeyK", held, put("<input data-target>"))).toEqual({ kind: "palette" });
  });

  it("is silent in a dialog, and with more keys held", () => {
    const inside = put("<dialog open><input data-target></dialog>");

    expect(press("k", "KeyK", { ctrlKey: true }, inside)).toBeNull();
    expect(press("K", "KeyK", { ctrlKey: true, shiftKey: true })).toBeNull();
  });
});

describe("Keys with Shift", () => {
  it("are another key where they have a command, else the same", () => {
    const held = { shiftKey: true };

    expect(press("ArrowDown", "ArrowDown", held)).toEqual({ kind: "extendDown" });
    expect(press("ArrowUp", "ArrowUp", held)).toEqual({ kind: "extendUp" });
    expect(press("Backspace", "Backspace", held)).toEqual({ kind: "undo" });
    expect(press("S", "KeyS", held)).toEqual({ kind: "skip" });
  });
});

describe("Signs that a layout keeps elsewhere", () => {
  it("are read by position where the layout has letters there", () => {
    expect(press("ü", "BracketLeft")).toEqual({ kind: "previousArticle" });
    expect(press("ъ", "BracketRight")).toEqual({ kind: "nextArticle" });
  });

  it("are read with AltGr, though the same key is a digit", () => {
    const press8 = {
      key: "[",
      code: "Digit8",
      repeat: false,
      isComposing: false,
      ctrlKey: true,
      altKey: true,
      metaKey: false,
      target: null,
      getModifierState: (name: string) => name === "AltGraph",
    };

    expect(commandOf(press8)).toEqual({ kind: "previousArticle" });
    expect(keyOf(press8)).toBe("[");
  });
});

describe("A person's own keys", () => {
  const own = withOverrides({ undo: ["u"], skip: ["z", "Shift+s"] });

  it("take the default's place and leave every other command its keys", () => {
    expect(press("u", "KeyU", {}, undefined, own)).toEqual({ kind: "undo" });
    expect(press("z", "KeyZ", {}, undefined, own)).toEqual({ kind: "skip" });
    expect(press("S", "KeyS", { shiftKey: true }, undefined, own)).toEqual({ kind: "skip" });
    expect(press("Backspace", "Backspace", {}, undefined, own)).toBeNull();
    expect(press("j", "KeyJ", {}, undefined, own)).toEqual({ kind: "next" });
  });

  it("are taken from whichever command has them by default", () => {
    expect(withOverrides({ undo: ["s"] }).skip).toEqual([]);
    expect(conflictsIn(withOverrides({ undo: ["s"] }))).toEqual([]);
  });

  it("may leave a command without a key, but never without a way out", () => {
    const keymap = withOverrides({ flag: [], back: [] });

    expect(keymap.flag).toEqual([]);
    expect(keymap.back).toEqual(["Escape"]);
  });

  it("are ignored where they cannot be: what is stored may be of another version", () => {
    const keymap = withOverrides({
      digit: ["a"],
      palette: ["q"],
      undo: ["Tab", "3", "F5", "Escape", 7],
      skip: "s",
      unknown: ["b"],
    });

    expect(keymap).toEqual({ ...DEFAULT_KEYMAP, undo: [] });
  });

  it("are given back as what differs from the default", () => {
    expect(overridesOf(DEFAULT_KEYMAP)).toEqual({});
    expect(withOverrides(overridesOf(own))).toEqual(own);
  });
});

describe("The default keymap", () => {
  it("gives every command a key, and no key to two", () => {
    expect(COMMANDS.filter((command) => DEFAULT_KEYMAP[command].length === 0)).toEqual([]);
    expect(conflictsIn(DEFAULT_KEYMAP)).toEqual([]);
  });

  it("names the commands that claim one key", () => {
    expect(conflictsIn({ ...DEFAULT_KEYMAP, flag: ["f", "s"] })).toEqual([
      { key: "s", commands: ["skip", "flag"] },
    ]);
  });
});

describe("A keycap", () => {
  it.each([
    ["j", "J"],
    ["Enter", "↵"],
    ["Backspace", "⌫"],
    ["Escape", "Esc"],
    ["Shift+ArrowDown", "Shift ↓"],
    ["+", "+"],
    ["Shift++", "Shift +"],
    ["ß", "ß"],
    ["Space", "Space"],
  ])("of %s says %s", (key, label) => {
    expect(labelOf(key)).toBe(label);
  });

  it("can speak another language", () => {
    expect(capsOf("Shift+Delete", { Shift: "Umschalt", Delete: "Entf" })).toEqual([
      "Umschalt",
      "Entf",
    ]);
  });
});
