import type { AnswerOutbox } from "@/api/answers";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { TopBarSlot } from "@/app/shell/slots";
import { count } from "@/lib/numbers";
import { ProgressBar } from "@/ui/ProgressBar";
import type { Counts } from "./progress";
import { SyncChip } from "./SyncChip";
import type { AnnotateStore } from "./store";
import styles from "./Workspace.module.css";

const m = messages.annotate;

type Props = {
  project: Project;
  outbox: AnswerOutbox;
  counts: Counts;
  store: AnnotateStore;
};

/** What the annotate screen adds to the top bar: progress, and whether all is saved. */
export function TopBarParts({ project, outbox, counts, store }: Props) {
  const { answered, available, today } = counts;
  return (
    <>
      <TopBarSlot place="center">
        {/* biome-ignore lint/a11y/useSemanticElements: no fields are in it */}
        <div role="group" aria-label={m.progress} className={styles.progress}>
          <ProgressBar value={answered} max={available} />
          <span>
            <strong>{count(answered)}</strong>
            {"\u00a0"}
            {m.ofClaims(available)}
          </span>
          {today !== null && <span className={styles.today}>{m.todayShort(today)}</span>}
        </div>
      </TopBarSlot>
      <TopBarSlot place="status">
        <SyncChip project={project} outbox={outbox} store={store} />
      </TopBarSlot>
    </>
  );
}
