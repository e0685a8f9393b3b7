import type { AnswerOutbox, Save } from "@/api/answers";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import type { Refusal } from "@/lib/outbox";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { wordsOf } from "./marks";
import styles from "./RefusedDialog.module.css";

const m = messages.annotate;

type Props = {
  project: Project;
  outbox: AnswerOutbox;
  refused: readonly Refusal<Save>[];
  onLetGo: (refusal: Refusal<Save>) => void;
  onClose: () => void;
};

export function RefusedDialog({ project, outbox, refused, onLetGo, onClose }: Props) {
  return (
    <Dialog title={m.refusedTitle} closeLabel={messages.app.close} onClose={onClose}>
      <p className={styles.text}>{m.refusedText}</p>
      <ul className={styles.list}>
        {refused.map((refusal) => (
          <li key={refusal.id}>
            <blockquote>{refusal.payload.quote}</blockquote>
            <p className={styles.text}>
              {refusal.payload.answer
                ? `${m.refusedAnswer}: ${wordsOf(refusal.payload.answer, project)}`
                : m.refusedUndo}
            </p>
            <p className={styles.reason}>{refusal.reason}</p>
            <div className={styles.buttons}>
              <Button onClick={() => outbox.retry(refusal.id)}>{m.sendAgain}</Button>
              <Button variant="quiet" onClick={() => onLetGo(refusal)}>
                {m.takeServers}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
