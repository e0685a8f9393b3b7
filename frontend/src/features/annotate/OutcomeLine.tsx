import { Lazily } from "./LazyPart";
import styles from "./OutcomeLine.module.css";
import type { OutcomeProps } from "./OutcomeWords";
import { parts } from "./panelParts";
import type { Outcome } from "./state";

type Props = Omit<OutcomeProps, "outcome"> & { outcome: Outcome | null };

/** What the last key did. */
export function OutcomeLine({ outcome, ...given }: Props) {
  return (
    <p className={styles.line}>
      {outcome && <Lazily part={parts.outcome} isUnasked own={{ outcome, ...given }} />}
    </p>
  );
}
