import styles from "./ProgressBar.module.css";

type Props = {
  value: number;
  max: number;
  /** Left out where words beside the bar say the same: they are read, and the bar is not. */
  label?: string;
  className?: string | undefined;
};

export function ProgressBar({ value, max, label, className }: Props) {
  return (
    <progress
      className={className ? `${styles.bar} ${className}` : styles.bar}
      value={Math.min(value, max)}
      max={Math.max(max, 1)}
      aria-label={label}
      aria-hidden={label === undefined || undefined}
    />
  );
}
