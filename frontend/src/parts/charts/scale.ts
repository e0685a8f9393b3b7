type Span = readonly [number, number];

/** Give the function that maps a value of `domain` to its place in `range`; a point goes to its start. */
export function linear([from, to]: Span, [start, end]: Span): (value: number) => number {
  const slope = to === from ? 0 : (end - start) / (to - from);
  return (value) => start + (value - from) * slope;
}

/** Give round numbers between two, both counted, about `wanted` of them: steps of 1, 2 or 5. */
export function ticks(low: number, high: number, wanted = 5): number[] {
  if (!(high > low)) return [low];
  const step = stepOf(low, high, wanted);
  const first = Math.ceil(low / step - TINY);
  const last = Math.floor(high / step + TINY);
  return Array.from({ length: last - first + 1 }, (_, at) => exact((first + at) * step));
}

/** Widen a span to where round numbers begin and end. */
export function nice(low: number, high: number, wanted = 5): [number, number] {
  if (!(high > low)) return [low, low + 1];
  const step = stepOf(low, high, wanted);
  return [exact(Math.floor(low / step + TINY) * step), exact(Math.ceil(high / step - TINY) * step)];
}

/** What is lost in dividing is no reason to leave out an end. */
const TINY = 1e-9;

/** The steps, each up to its geometric mean with the next. */
const STEPS = [
  [1, Math.SQRT2],
  [2, Math.sqrt(10)],
  [5, Math.sqrt(50)],
] as const;

function stepOf(low: number, high: number, wanted: number): number {
  const rough = (high - low) / Math.max(1, wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const [step] = STEPS.find(([, upTo]) => rough / power <= upTo) ?? [10];
  return step * power;
}

/** 0.30000000000000004 is 0.3. */
const exact = (value: number) => Number(value.toPrecision(12));
