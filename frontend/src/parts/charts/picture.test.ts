import { afterEach, describe, expect, it } from "vitest";
import { drawPicture } from "./picture";

function show(html: string, css = ""): HTMLElement {
  document.body.innerHTML = `<style>${css}</style><div id="root">${html}</div>`;
  const root = document.getElementById("root");
  if (!root) throw new Error("There is no root.");
  return root;
}

/** What a picture is to whoever opens the file. */
function read(svg: string) {
  return new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
}

describe("A picture", () => {
  afterEach(() => {
    document.body.innerHTML = "";
  });

  it("says what it shows, also to who cannot see it", () => {
    const { svg } = drawPicture(show("<p>Nothing</p>"), "Who agrees & with whom");

    const drawn = read(svg);
    expect(drawn.querySelector("title")?.textContent).toBe("Who agrees & with whom");
    expect(drawn.querySelector("text")?.textContent).toBe("Who agrees & with whom");
  });

  it("carries the colors of an SVG in itself, and none of the page's classes", () => {
    const css = "circle { fill: var(--dot); stroke-width: 3px } :root { --dot: rgb(1, 2, 3) }";
    const chart = '<svg class="c"><a href="/x"><circle class="d" r="2"></circle></a></svg>';

    const { svg } = drawPicture(show(chart, css), "Chart");

    const circle = read(svg).querySelector("circle");
    expect(circle?.getAttribute("fill")).toBe("rgb(1, 2, 3)");
    expect(circle?.getAttribute("stroke-width")).toBe("3px");
    expect(svg).not.toMatch(/class=|href=|var\(/);
  });

  it("leaves out what is not seen", () => {
    const hidden =
      '<svg class="visually-hidden"></svg><svg data-not-drawn></svg><svg hidden id="h"></svg>';

    const { svg } = drawPicture(show(hidden, "#h { display: none }"), "Chart");

    expect(read(svg).querySelector("svg svg")).toBeNull();
  });

  it("leaves the page as it was", () => {
    const box = '<div id="box" style="max-height: 50px; overflow: auto"><p>Much</p></div>';
    const root = show(box);
    const before = root.innerHTML;

    drawPicture(root, "Chart");

    expect(root.innerHTML).toBe(before);
  });
});
