import type { AnswerOutbox } from "@/api/answers";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { TopBarSlot } from "@/app/shell/slots";
import { count } from "@/lib/numbers";
import { ProgressBar } from "@/ui/ProgressBar";
import type { Counts } from "./progress";
import { type OnTaken, SyncChip } from "./SyncChip";
import styles from "./Workspace.module.css";

const m = messages.annotate;

type Props = {
  project: Project;
  outbox: AnswerOutbox;
  counts: Counts;
  onTaken: OnTaken;
};

/** What the annotate screen adds to the top bar: progress, and whether all is saved. */
export function TopBarParts({ project, outbox, counts, onTaken }: Props) {
  const { answered, available, today } = counts;
  return (
    <>
      <TopBarSlot place="center">
        <div className={styles.progress}>
          <ProgressBar value={answered} max={available} label={m.progress} />
          <span className={styles.progressText}>
            <strong>{count(answered)}</strong> {m.ofClaims(available)}
            {today !== null && <span className={styles.today}>{m.todayShort(today)}</span>}
          </span>
        </div>
      </TopBarSlot>
      <TopBarSlot place="status">
        <SyncChip project={project} outbox={outbox} onTaken={onTaken} />
      </TopBarSlot>
    </>
  );
}
