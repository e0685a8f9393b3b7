import { memo } from "react";
import { classes } from "@/lib/classes";
import { typeStyles } from "@/ui/TypeMark";
import styles from "./MarkRow.module.css";
import type { Mark } from "./marks";

/** One mark a claim: what is answered, as what, and where one is. The text beside it says it too. */
export const MarkRow = memo(function MarkRow({
  marks,
  current,
}: {
  marks: readonly Mark[];
  current: number;
}) {
  return (
    <div className={classes(styles.row, marks.length > 30 && styles.dense)} aria-hidden>
      {marks.map((mark, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the claims of an article never change
          key={index}
          className={classes(
            styles.mark,
            styles[mark.state],
            mark.color && typeStyles(mark.color),
            mark.color && styles[mark.color],
            index === current && styles.current,
          )}
        />
      ))}
    </div>
  );
});
