import { afterEach, describe, expect, it } from "vitest";
import { commandOf } from "./keymap";

function press(key: string, code: string, more: KeyboardEventInit = {}, target?: Element) {
  let heard: ReturnType<typeof commandOf> = null;
  const listen = (event: KeyboardEvent) => {
    heard = commandOf(event);
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
