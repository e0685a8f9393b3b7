import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { type Bin, Histogram } from "./Histogram";

const show = (bins: readonly Bin[]) =>
  render(<Histogram label="Time" description="Most take 2–4." bins={bins} />).container;

describe("A histogram", () => {
  afterEach(cleanup);

  it("is one image, called what it shows, with a number above each bar", () => {
    const { textContent } = show([
      { label: "0–2", value: 5 },
      { label: "2–4", value: 12 },
    ]);

    expect(screen.getByRole("img", { name: "Time" })).toBeTruthy();
    expect(textContent).toContain("Most take 2–4.");
    expect(textContent).toMatch(/5.*12/);
  });

  it("draws no bar and no number for nothing", () => {
    const drawn = show([
      { label: "0–2", value: 0 },
      { label: "2–4", value: 0 },
    ]);

    expect(drawn.querySelectorAll("path")).toHaveLength(0);
    expect(drawn.innerHTML).not.toContain("NaN");
  });

  it("draws those that it is compared with on the same scale", () => {
    const drawn = show([
      { label: "0–2", value: 0.5, other: 0.5 },
      { label: "2–4", value: 0, other: 0.25 },
    ]);

    const [same, half] = [...drawn.querySelectorAll("line")].map((line) => line.getAttribute("y1"));
    expect(drawn.querySelector("path")?.getAttribute("d")).toContain(`V${Number(same) + 3}`);
    expect(Number(half)).toBeGreaterThan(Number(same));
  });
});
