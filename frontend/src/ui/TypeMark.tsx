import type { ReactElement } from "react";
import { classes } from "@/lib/classes";
import styles from "./TypeMark.module.css";

export const TYPE_COLORS = [
  "named",
  "anonymous",
  "official",
  "neutral_1",
  "neutral_2",
  "free_1",
  "free_2",
  "free_3",
  "free_4",
] as const;

/** A token that gives a source type its color, its shape and its underline. */
export type TypeColor = (typeof TYPE_COLORS)[number];

export function typeColor(token: string): TypeColor {
  return TYPE_COLORS.find((color) => color === token) ?? "neutral_2";
}

const SHAPES: Record<TypeColor, ReactElement> = {
  named: <circle cx="6" cy="6" r="4.75" fill="currentColor" />,
  anonymous: (
    <circle
      cx="6"
      cy="6"
      r="4.4"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeDasharray="2.3 2.3"
    />
  ),
  official: <rect x="1.75" y="1.75" width="8.5" height="8.5" fill="currentColor" />,
  neutral_1: (
    <rect
      x="2.2"
      y="2.2"
      width="7.6"
      height="7.6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
    />
  ),
  neutral_2: (
    <g fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round">
      <path d="M3.6 4.1a2.5 2.5 0 1 1 3.7 2.1c-.8.5-1.3.9-1.3 1.8" />
      <path d="M6 10.6v.1" strokeWidth="1.9" />
    </g>
  ),
  free_1: <path d="M6 1.3 11 10.5H1z" fill="currentColor" />,
  free_2: <path d="M6 .8 11.2 6 6 11.2.8 6z" fill="currentColor" />,
  free_3: <path d="M4.5 1h3v3.5H11v3H7.5V11h-3V7.5H1v-3h3.5z" fill="currentColor" />,
  free_4: <path d="M1 2.2h10v2.9H1zM1 6.9h10v2.9H1z" fill="currentColor" />,
};

type Props = { color: TypeColor; size?: number; className?: string | undefined };

/** The shape of a source type in its color: decoration beside its name, never alone. */
export function TypeMark({ color, size = 12, className }: Props) {
  return (
    <svg
      viewBox="0 0 12 12"
      width={size}
      height={size}
      aria-hidden
      className={classes(styles.mark, typeStyles(color), className)}
    >
      {SHAPES[color]}
    </svg>
  );
}

/** The class that sets --type, --type-tint and --type-fill for what is inside. */
export function typeStyles(color: TypeColor): string {
  return styles[color] ?? "";
}
