import { CodePoints, type Span } from "./offsets";

/** A piece of a paragraph that lies in the same claims all through. */
export type Run = {
  /** Where it begins in the text, in UTF-16 units. */
  readonly start: number;
  readonly text: string;
  /** Indexes of the claims it lies in, the longest first. */
  readonly claims: readonly number[];
  /** Those of them that begin to be seen here. */
  readonly firsts: readonly number[];
};

export type Paragraph = {
  /** Where it begins in the text, in UTF-16 units: no two begin at the same place. */
  readonly start: number;
  readonly end: number;
  /** Whether it is broken into lines that are not paragraphs of their own. */
  readonly wrapped: boolean;
  /** Whether blanks begin it or stand side by side in it: they show only where asked for. */
  readonly spaced: boolean;
  readonly runs: readonly Run[];
};

/**
 * Lay a text out as paragraphs of runs, without its dropped lines.
 *
 * Every line is a paragraph, but for lines with a claim that goes over their break: those were
 * wrapped, and so is all that stands with them between two blank lines. The spans come in
 * code points. Nothing of a paragraph's text is changed.
 */
export function layOut(
  text: string,
  spans: { readonly dropped: readonly Span[]; readonly claims: readonly Span[] },
  points: CodePoints = new CodePoints(text),
): Paragraph[] {
  const claims = new Places(spans.claims.map((span) => points.spanToUnits(span)));
  const dropped = new Places(spans.dropped.map((span) => points.spanToUnits(span)));
  const seen = new Set<number>();
  return groupLines(text, dropped, claims).map(({ start, end, wrapped }) => ({
    start,
    end,
    wrapped,
    spaced: /^[ \t]|[ \t]{2}/.test(text.slice(start, end)),
    runs: cutRuns(text, { start, end }, claims, seen),
  }));
}

type Group = Span & { wrapped: boolean };

function groupLines(text: string, dropped: Places, claims: Places): Group[] {
  const groups: Group[] = [];
  for (const block of blocksOf(text, dropped)) {
    const first = block[0];
    const last = block.at(-1);
    if (!first || !last) continue;
    const wrapped = block.some((line) => line !== last && claims.hold(line.end));
    if (wrapped) groups.push({ start: first.start, end: last.end, wrapped });
    else groups.push(...block.map((line) => ({ ...line, wrapped })));
  }
  return groups;
}

/** Give the lines that stand together, with neither a blank nor a dropped line between them. */
function blocksOf(text: string, dropped: Places): Span[][] {
  const blocks: Span[][] = [[]];
  for (const line of linesOf(text)) {
    const isDropped = dropped.within(line).length > 0;
    if (isDropped || text.slice(line.start, line.end).trim() === "") blocks.push([]);
    else blocks.at(-1)?.push(line);
  }
  return blocks;
}

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (const found of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: found.index });
    start = found.index + found[0].length;
  }
  lines.push({ start, end: text.length });
  return lines;
}

type Place = Span & { readonly index: number };

/** Spans, which may overlap, in order: those at some place are found without looking at all. */
class Places {
  readonly #sorted: readonly Place[];
  /** How far the spans up to each one reach. */
  readonly #reach: readonly number[];

  constructor(spans: readonly Span[]) {
    this.#sorted = spans
      .map(({ start, end }, index) => ({ start, end, index }))
      .sort((a, b) => a.start - b.start);
    let reach = 0;
    this.#reach = this.#sorted.map(({ end }) => {
      reach = Math.max(reach, end);
      return reach;
    });
  }

  /** Give the spans that have something in common with `box`. */
  within(box: Span): Place[] {
    const found: Place[] = [];
    for (let at = this.#countBefore(box.end) - 1; at >= 0; at--) {
      if ((this.#reach[at] ?? 0) <= box.start) break;
      const place = this.#sorted[at];
      if (place && box.start < place.end) found.push(place);
    }
    return found.reverse();
  }

  /** Tell whether `position` is inside one of the spans. */
  hold(position: number): boolean {
    return this.within({ start: position, end: position }).length > 0;
  }

  #countBefore(end: number): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle]?.start ?? 0) < end) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function cutRuns(text: string, box: Span, claims: Places, seen: Set<number>): Run[] {
  const here = claims
    .within(box)
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.index - b.index);
  const edges = here
    .flatMap(({ start, end }) => [start, end])
    .filter((edge) => box.start < edge && edge < box.end);
  const cuts = [...new Set([box.start, ...edges, box.end])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1] ?? box.end;
    const inside = here.filter((claim) => claim.start <= start && end <= claim.end);
    const indexes = inside.map(({ index }) => index);
    const firsts = indexes.filter((index) => !seen.has(index));
    for (const index of firsts) seen.add(index);
    return { start, text: text.slice(start, end), claims: indexes, firsts };
  });
}

/** Say which claim a run is drawn as: the current one if it lies in it, else the shortest. */
export function ownerOf(run: Run, current: number): number | null {
  return run.claims.includes(current) ? current : (run.claims.at(-1) ?? null);
}

export type Cut<Name extends string> = { readonly text: string; readonly names: readonly Name[] };

/** Cut a run at the edges of named spans, given in UTF-16 units, and say which each piece is in. */
export function cutAt<Name extends string>(
  { start, text }: Pick<Run, "start" | "text">,
  spans: readonly (Span & { readonly name: Name })[],
): Cut<Name>[] {
  const end = start + text.length;
  const here = spans.filter((span) => span.start < end && start < span.end);
  const edges = here
    .flatMap((span) => [span.start, span.end])
    .filter((at) => start < at && at < end);
  const cuts = [...new Set([start, ...edges, end])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1] ?? end;
    const inside = here.filter((span) => span.start <= from && to <= span.end);
    return { text: text.slice(from - start, to - start), names: inside.map(({ name }) => name) };
  });
}
