const SVG = "http://www.w3.org/2000/svg";
const CLEAR = /^(transparent|rgba\(\d+, \d+, \d+, 0\))$/;

/** What an SVG needs in its own attributes to look the same without the page, and what needs no word. */
const DRAWN_BY = {
  fill: "",
  "fill-opacity": "1",
  stroke: "none",
  "stroke-width": "1px",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  opacity: "1",
};
const FONT_BY = { "font-family": "", "font-size": "", "font-weight": "" };
const WRITTEN_BY = { ...FONT_BY, "text-anchor": "start", "dominant-baseline": "auto" };

export type Picture = { svg: string; width: number; height: number };

/**
 * Draw what an element shows as an SVG that needs nothing else: colors are resolved, fonts named.
 *
 * Boxes become rectangles, text becomes text, and SVGs are taken over. What scrolls is drawn whole,
 * and what is only said to screen readers, or has data-not-drawn, is left out.
 */
export function drawPicture(root: HTMLElement, title: string): Picture {
  const restore = unroll(root);
  const picture = document.createElementNS(SVG, "svg");
  const canvas: Canvas = { picture, from: root.getBoundingClientRect(), width: 0, height: 0 };
  add(picture, "title", {}).textContent = title;
  const paper = add(picture, "rect", { fill: backgroundOf(root) });
  drawHeading(title, root, picture);
  draw(root, canvas);
  restore();
  const width = Math.ceil(canvas.width) + 2 * MARGIN;
  const height = Math.ceil(canvas.height) + HEADING + 2 * MARGIN;
  const [x, y] = [-MARGIN, -MARGIN - HEADING];
  set(paper, { x, y, width, height });
  set(picture, { xmlns: SVG, width, height, viewBox: `${x} ${y} ${width} ${height}` });
  return { svg: new XMLSerializer().serializeToString(picture), width, height };
}

const MARGIN = 16;
const HEADING = 34;

/** Far from its page, a picture must say what it shows. */
function drawHeading(title: string, root: HTMLElement, picture: SVGElement): void {
  const { color, fontFamily } = getComputedStyle(root);
  const heading = { x: 0, y: 6 - HEADING, fill: color, "font-family": fontFamily };
  const line = add(picture, "text", { ...heading, "font-size": "16px", "font-weight": 600 });
  set(line, { "dominant-baseline": "hanging" });
  line.textContent = title;
}

type Canvas = { picture: SVGElement; from: DOMRect; width: number; height: number };

function draw(element: Element, canvas: Canvas): void {
  const style = getComputedStyle(element);
  if (isUnseen(element, style)) return;
  const box = placeOf(element.getBoundingClientRect(), canvas);
  if (element instanceof SVGSVGElement) {
    const copy = canvas.picture.appendChild(resolved(element));
    set(copy, { x: box.x, y: box.y, width: box.width, height: box.height });
    return;
  }
  drawBox(box, style, canvas);
  for (const child of element.childNodes) {
    if (child instanceof Element) draw(child, canvas);
    else if (child instanceof Text) drawText(child, style, canvas);
  }
}

function isUnseen(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.display === "none" || style.visibility === "hidden") return true;
  return element.matches(".visually-hidden, [data-not-drawn]");
}

type Box = { x: number; y: number; width: number; height: number };

/** Where something is in the picture, which grows to hold it. */
function placeOf(rect: DOMRect, canvas: Canvas): Box {
  const box = {
    x: round(rect.left - canvas.from.left),
    y: round(rect.top - canvas.from.top),
    width: round(rect.width),
    height: round(rect.height),
  };
  canvas.width = Math.max(canvas.width, box.x + box.width);
  canvas.height = Math.max(canvas.height, box.y + box.height);
  return box;
}

function drawBox(box: Box, style: CSSStyleDeclaration, { picture }: Canvas): void {
  const rx = Number.parseFloat(style.borderTopLeftRadius) || 0;
  if (style.backgroundColor && !CLEAR.test(style.backgroundColor)) {
    add(picture, "rect", { ...box, rx, fill: style.backgroundColor });
  }
  if (style.backgroundImage.includes("repeating-linear-gradient")) {
    drawHatching(box, style.color, picture);
  }
  const below = Number.parseFloat(style.borderBottomWidth) || 0;
  const above = Number.parseFloat(style.borderTopWidth) || 0;
  if (above > 0 && below > 0) {
    const outline = { fill: "none", stroke: style.borderTopColor, "stroke-width": above };
    add(picture, "rect", { ...box, rx, ...outline });
  } else if (below > 0 && !CLEAR.test(style.borderBottomColor)) {
    const y = box.y + box.height;
    const line = { x1: box.x, x2: box.x + box.width, y1: y, y2: y };
    add(picture, "line", { ...line, stroke: style.borderBottomColor, "stroke-width": below });
  }
}

/** Lines from the lower left to the upper right, each cut off at the box. */
function drawHatching({ x, y, width, height }: Box, color: string, picture: SVGElement): void {
  const parts: string[] = [];
  for (let at = 6; at < width + height; at += 6) {
    const [left, right] = [Math.max(0, at - height), Math.min(at, width)];
    parts.push(`M${x + left} ${y + at - left}L${x + right} ${y + at - right}`);
  }
  const d = parts.join("");
  add(picture, "path", { d, stroke: color, "stroke-width": 1, opacity: 0.25, fill: "none" });
}

function drawText(node: Text, style: CSSStyleDeclaration, canvas: Canvas): void {
  for (const { text, rect } of linesOf(node)) {
    const box = placeOf(rect, canvas);
    const size = Number.parseFloat(style.fontSize);
    const line = add(canvas.picture, "text", {
      x: box.x,
      // Letters without descenders are seen in the middle of their line.
      y: round(box.y + box.height / 2 + size * 0.35),
      fill: style.color,
      // In whatever font it is shown, it stays in its place.
      textLength: box.width,
      lengthAdjust: "spacingAndGlyphs",
    });
    inline(line, style, FONT_BY);
    line.textContent = text;
  }
}

/** The lines into which the browser has broken a text. */
function linesOf(node: Text): { text: string; rect: DOMRect }[] {
  const whole = node.data.trim();
  if (whole === "") return [];
  const range = document.createRange();
  range.selectNodeContents(node);
  const [first, ...more] = range.getClientRects();
  if (!first) return [];
  if (more.length === 0) return [{ text: whole, rect: first }];
  const lines: { text: string; rect: DOMRect }[] = [];
  for (const { index, 0: word } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const rect = range.getBoundingClientRect();
    const line = lines.at(-1);
    if (line && Math.abs(line.rect.top - rect.top) < rect.height / 2) {
      const { left, top, height } = line.rect;
      line.text += ` ${word}`;
      line.rect = new DOMRect(left, top, rect.right - left, height);
    } else {
      lines.push({ text: word, rect });
    }
  }
  return lines;
}

/** A copy of an SVG that carries its colors and fonts in itself. */
function resolved(original: SVGSVGElement): SVGSVGElement {
  const copy = original.cloneNode(true) as SVGSVGElement;
  const [all, copies] = [[original, ...original.querySelectorAll("*")], copy.querySelectorAll("*")];
  for (const [at, element] of all.entries()) {
    const own = at === 0 ? copy : copies[at - 1];
    if (!own) continue;
    const style = getComputedStyle(element);
    inline(own, style, DRAWN_BY);
    if (/^(text|tspan)$/.test(element.localName)) inline(own, style, WRITTEN_BY);
    for (const name of ["class", "style", "href", "tabindex", "id", "aria-describedby"]) {
      own.removeAttribute(name);
    }
  }
  copy.setAttribute("overflow", "visible");
  return copy;
}

/** Write properties as attributes, but for those that have the value which they have anyway. */
function inline(own: Element, style: CSSStyleDeclaration, initial: Record<string, string>): void {
  for (const [name, usual] of Object.entries(initial)) {
    const value = style.getPropertyValue(name);
    if (value && value !== usual) own.setAttribute(name, value);
    else own.removeAttribute(name);
  }
}

/** The color on which an element lies. */
function backgroundOf(element: Element): string {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const color = getComputedStyle(at).backgroundColor;
    if (color && !CLEAR.test(color)) return color;
  }
  return "white";
}

/** Let everything inside take the room it needs, scrolled to its start; what is returned undoes it. */
function unroll(root: Element): () => void {
  const boxes = [...root.querySelectorAll<HTMLElement>("*")]
    .filter((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollLeft > 0)
    .filter((one) => /auto|scroll/.test(getComputedStyle(one).overflow))
    .map((one) => ({ one, left: one.scrollLeft, top: one.scrollTop, most: one.style.maxHeight }));
  for (const { one } of boxes) {
    one.scrollTo(0, 0);
    one.style.maxHeight = "none";
  }
  return () => {
    for (const { one, left, top, most } of boxes) {
      one.style.maxHeight = most;
      one.scrollTo(left, top);
    }
  };
}

function add(parent: Element, name: string, attributes: Attributes): SVGElement {
  const element = document.createElementNS(SVG, name);
  set(element, attributes);
  return parent.appendChild(element) as SVGElement;
}

type Attributes = Record<string, string | number>;

function set(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, `${value}`);
}

const round = (value: number) => Math.round(value * 100) / 100;
