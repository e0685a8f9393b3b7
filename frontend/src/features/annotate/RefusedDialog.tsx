import { useState } from "react";
import { type AnswerOutbox, answerFrom, isConflict, type RefusedSave } from "@/api/answers";
import { ApiError } from "@/api/client";
import { fetchAnnotation } from "@/api/conflicts";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Message } from "@/ui/Message";
import { wordsOf } from "./marks";
import styles from "./RefusedDialog.module.css";
import type { OnTaken } from "./SyncChip";

const m = panelMessages.decisions;

type Props = { project: Project; outbox: AnswerOutbox; onTaken: OnTaken; onClose: () => void };

/** What the server would not take, for whatever reason but a change elsewhere. */
export function RefusedDialog({ project, outbox, onTaken, onClose }: Props) {
  const [hasFailed, fail] = useState(false);
  const refused = outbox.getState().refused.filter((refusal) => !isConflict(refusal));
  const takeServers = async ({ id, payload }: RefusedSave) => {
    fail(false);
    try {
      const kept = await fetchAnnotation(payload);
      void outbox.dismiss(id);
      onTaken(payload.claim, kept && answerFrom(kept), kept?.client_id ?? null);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      fail(true);
    }
  };
  return (
    <Dialog title={m.refusedTitle} closeLabel={messages.app.close} onClose={onClose}>
      <p className={styles.text}>{m.refusedText}</p>
      {hasFailed && <Message tone="error">{m.notTaken}</Message>}
      <ul className={styles.list}>
        {refused.map((refusal) => (
          <li key={refusal.id}>
            <blockquote>{refusal.payload.quote}</blockquote>
            <p className={styles.text}>
              {refusal.payload.answer
                ? m.refusedAnswer(wordsOf(refusal.payload.answer, project))
                : m.refusedUndo}
            </p>
            <p className={styles.reason}>{refusal.reason}</p>
            <div className={styles.buttons}>
              <Button onClick={() => outbox.retry(refusal.id)}>{m.sendAgain}</Button>
              <Button variant="quiet" onClick={() => void takeServers(refusal)}>
                {m.takeServers}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
