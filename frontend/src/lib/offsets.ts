export type Span = { readonly start: number; readonly end: number };

/**
 * The way between the server's offsets, which count code points, and those of a JavaScript
 * string, which count UTF-16 units.
 */
export class CodePoints {
  readonly #text: string;
  /** The unit at which each code point begins, and the length; null while both counts agree. */
  readonly #units: Uint32Array | null;

  constructor(text: string) {
    this.#text = text;
    this.#units = /[\ud800-\udbff][\udc00-\udfff]/.test(text) ? unitsOf(text) : null;
  }

  /** The number of code points. */
  get length(): number {
    return this.#units ? this.#units.length - 1 : this.#text.length;
  }

  toUnits(point: number): number {
    const inside = Math.min(Math.max(point, 0), this.length);
    return this.#units ? (this.#units[inside] ?? this.#text.length) : inside;
  }

  /** Give the code point that begins at `unit`, or that `unit` is in the middle of. */
  toPoints(unit: number): number {
    const inside = Math.min(Math.max(unit, 0), this.#text.length);
    if (!this.#units) return inside;
    let low = 0;
    let high = this.#units.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#units[middle] ?? 0) <= inside) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  spanToUnits(span: Span): Span {
    return { start: this.toUnits(span.start), end: this.toUnits(span.end) };
  }

  slice(span: Span): string {
    return this.#text.slice(this.toUnits(span.start), this.toUnits(span.end));
  }
}

function unitsOf(text: string): Uint32Array {
  const units = [];
  let unit = 0;
  for (const character of text) {
    units.push(unit);
    unit += character.length;
  }
  units.push(unit);
  return Uint32Array.from(units);
}
