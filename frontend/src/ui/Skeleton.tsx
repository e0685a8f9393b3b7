import { useEffect, useState } from "react";
import styles from "./Skeleton.module.css";

type Props = {
  width?: string | number;
  height?: string | number;
  className?: string | undefined;
};

/** A grey place holder for what is loading. */
export function Skeleton({ width = "100%", height = "1em", className }: Props) {
  return (
    <span
      aria-hidden
      className={className ? `${styles.bone} ${className}` : styles.bone}
      style={{ width, height }}
    />
  );
}

/** Whether `ms` have passed: what loads quickly should not flash a skeleton. */
export function useDelay(ms = 200): boolean {
  const [passed, setPassed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return passed;
}
