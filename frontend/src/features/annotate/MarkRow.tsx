import { memo } from "react";
import { messages } from "@/app/messages";
import { classes } from "@/lib/classes";
import { typeStyles } from "@/ui/TypeMark";
import styles from "./MarkRow.module.css";
import type { Mark } from "./marks";

const m = messages.annotate;
/** With more claims than this, a mark for each would be a blur. */
const MOST = 60;

type Props = { marks: readonly Mark[]; current: number };

/** One mark a claim: what is answered, as what, and where one is. The text beside it says it too. */
export const MarkRow = memo(function MarkRow({ marks, current }: Props) {
  if (marks.length > MOST) return <Summary marks={marks} current={current} />;
  return (
    <div className={classes(styles.row, marks.length > 30 && styles.dense)} aria-hidden>
      {marks.map((mark, index) => (
        <OneMark
          // biome-ignore lint/suspicious/noArrayIndexKey: the claims of an article never change
          key={index}
          mark={mark}
          isCurrent={index === current}
        />
      ))}
    </div>
  );
});

const OneMark = memo(function OneMark({ mark, isCurrent }: { mark: Mark; isCurrent: boolean }) {
  return (
    <span
      className={classes(
        styles.mark,
        styles[mark.state],
        mark.color && typeStyles(mark.color),
        mark.color && styles[mark.color],
        mark.isSelected && styles.selected,
        isCurrent && styles.current,
      )}
    />
  );
});

function Summary({ marks, current }: Props) {
  const answered = marks.filter(({ state }) => state === "answered").length;
  const skipped = marks.filter(({ state }) => state === "skipped").length;
  const share = (n: number) => `${(n / marks.length) * 100}%`;
  return (
    <>
      <div className={styles.bar} aria-hidden>
        <span className={styles.done} style={{ inlineSize: share(answered) }} />
        <span className={styles.left} style={{ inlineSize: share(skipped) }} />
        {current >= 0 && (
          <span className={styles.here} style={{ insetInlineStart: share(current) }} />
        )}
      </div>
      <p className={styles.counts}>
        {m.marksSummary(answered, skipped, marks.length - answered - skipped)}
      </p>
    </>
  );
}
