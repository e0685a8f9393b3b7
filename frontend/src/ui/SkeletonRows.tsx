import { Skeleton, useDelay } from "./Skeleton";
import styles from "./SkeletonRows.module.css";

/** What stands in for a table while it is loaded; nothing at first, so that it does not flash. */
export function SkeletonRows({ label, rows }: { label: string; rows: number }) {
  const late = useDelay();
  if (!late) return null;
  return (
    <div className={styles.rows} aria-busy>
      <p className="visually-hidden">{label}</p>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <Skeleton key={row} height={28} />
      ))}
    </div>
  );
}
