import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { PlaceAxis } from "./Axes";

const TICKS = [
  { value: 20, text: "Nov 20" },
  { value: 60, text: "Nov 24" },
  { value: 300, text: "Nov 27" },
];

function show(width?: number) {
  render(
    <svg>
      <title>Days</title>
      <PlaceAxis ticks={TICKS} at={(value) => value} y={10} room={50} width={width} />
    </svg>,
  );
}

const placeOf = (text: string) => Number(screen.getByText(text).getAttribute("x"));

describe("The axis of places", () => {
  afterEach(cleanup);

  it("leaves out what would touch the label before", () => {
    show();

    expect(screen.queryByText("Nov 24")).toBeNull();
    expect(placeOf("Nov 27")).toBe(300);
  });

  it("keeps the last label within the drawing", () => {
    show(310);

    expect(placeOf("Nov 20")).toBe(20);
    expect(placeOf("Nov 27")).toBeLessThan(310 - 18);
  });
});
