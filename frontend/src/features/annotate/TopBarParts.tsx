import { useState } from "react";
import type { AnswerOutbox, Save } from "@/api/answers";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { TopBarSlot } from "@/app/shell/slots";
import { count } from "@/lib/numbers";
import type { OutboxState, Refusal } from "@/lib/outbox";
import { ProgressBar } from "@/ui/ProgressBar";
import { RefusedDialog } from "./RefusedDialog";
import { SyncAnnouncer, SyncChip } from "./SyncChip";
import styles from "./Workspace.module.css";

const m = messages.annotate;

type Props = {
  project: Project;
  outbox: AnswerOutbox;
  sync: OutboxState<Save>;
  answered: number;
  available: number;
  onLetGo: (refusal: Refusal<Save>) => void;
};

/** What the annotate screen adds to the top bar: progress, and whether all is saved. */
export function TopBarParts({ project, outbox, sync, answered, available, onLetGo }: Props) {
  const [isListOpen, setListOpen] = useState(false);
  return (
    <>
      <TopBarSlot place="center">
        <div className={styles.progress}>
          <ProgressBar value={answered} max={available} label={m.progress} />
          <span className={styles.progressText}>
            <strong>{count(answered)}</strong> {m.ofClaims(available)}
          </span>
        </div>
      </TopBarSlot>
      <TopBarSlot place="status">
        <SyncChip outbox={outbox} state={sync} onShowRefused={() => setListOpen(true)} />
        <SyncAnnouncer state={sync} />
      </TopBarSlot>
      {isListOpen && sync.refused.length > 0 && (
        <RefusedDialog
          project={project}
          outbox={outbox}
          refused={sync.refused}
          onLetGo={onLetGo}
          onClose={() => setListOpen(false)}
        />
      )}
    </>
  );
}
