import { describe, expect, it } from "vitest";
import { Attention } from "./attention";

function setUp(isVisible = true) {
  let now = 5_000;
  const attention = new Attention(() => now, isVisible);
  attention.turnTo(1);
  return {
    attention,
    wait: (seconds: number) => {
      now += seconds * 1_000;
    },
  };
}

describe("Attention", () => {
  it("is the time from when a thing was shown", () => {
    const { attention, wait } = setUp();
    wait(4.26);

    expect(attention.secondsOf(1)).toBe(4.3);
  });

  it("ends a minute after the last input", () => {
    const { attention, wait } = setUp();
    wait(50);
    attention.input();
    wait(50);
    expect(attention.secondsOf(1)).toBe(100);
    wait(600);
    expect(attention.secondsOf(1)).toBe(110);
  });

  it("begins again with an input, without the pause before it", () => {
    const { attention, wait } = setUp();
    wait(3_600);
    attention.input();
    wait(5);

    expect(attention.secondsOf(1)).toBe(65);
  });

  it("is none while the page is hidden", () => {
    const { attention, wait } = setUp();
    wait(2);
    attention.show(false);
    wait(30);
    attention.input();
    wait(30);
    attention.show(true);
    wait(3);

    expect(attention.secondsOf(1)).toBe(5);
  });

  it("is none for a page that was opened in the background", () => {
    const { attention, wait } = setUp(false);
    wait(10);

    expect(attention.secondsOf(1)).toBe(0);
  });

  it("adds up over several visits, each thing apart", () => {
    const { attention, wait } = setUp();
    wait(2);
    attention.turnTo(2);
    wait(3);
    attention.turnTo(1);
    wait(4);
    attention.turnTo(null);
    wait(9);

    expect([attention.secondsOf(1), attention.secondsOf(2)]).toEqual([6, 3]);
  });

  it("begins at nothing once it was taken", () => {
    const { attention, wait } = setUp();
    wait(2);
    attention.forget(1);
    wait(1);

    expect(attention.secondsOf(1)).toBe(1);
  });
});
