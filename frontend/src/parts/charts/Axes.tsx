import styles from "./Drawing.module.css";

type Ticks = readonly { value: number; text: string }[];

type ValueProps = {
  ticks: Ticks;
  at: (value: number) => number;
  /** Where the lines begin and end. */
  from: number;
  to: number;
};

/** Lines across with what they stand for at their left: the axis of values. */
export function ValueAxis({ ticks, at, from, to }: ValueProps) {
  return (
    <g aria-hidden>
      {ticks.map(({ value, text }) => (
        <g key={value}>
          <line className={styles.grid} x1={from} x2={to} y1={at(value)} y2={at(value)} />
          <text className={styles.tick} x={from - 8} y={at(value) + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}

type PlaceProps = {
  ticks: Ticks;
  at: (value: number) => number;
  /** The base of the letters. */
  y: number;
  /** How many pixels a label needs; those that would touch the one before are left out. */
  room?: number;
  /** How wide the drawing is: no label goes beyond it. */
  width?: number | undefined;
};

/** About half of a letter's width. */
const HALF_LETTER = 3.4;

/** What stands below a chart: the axis of days, weeks, or bins. */
export function PlaceAxis({ ticks, at, y, room = 56, width = Infinity }: PlaceProps) {
  const within = (x: number, text: string) => Math.min(x, width - text.length * HALF_LETTER);
  let last = Number.NEGATIVE_INFINITY;
  const shown = ticks.filter(({ value }) => {
    if (at(value) - last < room) return false;
    last = at(value);
    return true;
  });
  return (
    <g aria-hidden>
      {shown.map(({ value, text }) => (
        <text
          key={value}
          className={styles.tick}
          x={within(at(value), text)}
          y={y}
          textAnchor="middle"
        >
          {text}
        </text>
      ))}
    </g>
  );
}
