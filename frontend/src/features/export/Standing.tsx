import { exportMessages } from "@/app/messages/export";
import { Button } from "@/ui/Button";
import { ProgressBar } from "@/ui/ProgressBar";
import { StateMark } from "@/ui/StateMark";
import { reasonOf, useTaking } from "./SnapshotForm";
import styles from "./Standing.module.css";
import type { Snapshot } from "./types";
import { stepText } from "./words";

const m = exportMessages.snapshots;

/** How far a snapshot is that is being taken. */
export function Taking({ snapshot }: { snapshot: Snapshot }) {
  const { state, done, total } = snapshot;
  return (
    <div className={styles.taking}>
      <div className={styles.line}>
        <StateMark state={state}>{m.states[state]}</StateMark>
        <span className={styles.step}>{stepText(snapshot)}</span>
      </div>
      <ProgressBar
        value={total === null ? 0 : done}
        max={total ?? 1}
        label={m.progress}
        className={styles.bar}
      />
    </div>
  );
}

/** Why a snapshot could not be taken, and another try. */
export function Failed({ slug, snapshot }: { slug: string; snapshot: Snapshot }) {
  const taking = useTaking(slug);
  return (
    <div className={styles.failed}>
      <StateMark state="failed">{m.states.failed}</StateMark>
      <p>{snapshot.error}</p>
      <div className={styles.line}>
        <Button
          className={styles.again}
          busy={taking.isPending || taking.isSuccess}
          onClick={() => taking.mutate(snapshot.options)}
        >
          {taking.isPending ? exportMessages.form.asking : m.again}
        </Button>
        <p role="status" className={styles.step}>
          {taking.isSuccess && m.begunAgain}
        </p>
      </div>
      {taking.error && (
        <p role="alert" className={styles.error}>
          {reasonOf(taking.error)}
        </p>
      )}
    </div>
  );
}
