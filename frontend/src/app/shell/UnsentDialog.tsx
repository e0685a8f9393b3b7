import { useState } from "react";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { messages } from "../messages";
import { panelMessages } from "../messages/panels";
import styles from "./Shell.module.css";

const m = messages.app;
const sentences = panelMessages.unsent;

type Props = {
  unsent: number;
  isDurable: boolean;
  onStay: () => void;
  onLeave: () => void;
  onDiscard: () => void;
};

/** Signing out keeps what is not sent, for the same user's next time; losing it is asked for twice. */
export function UnsentDialog({ unsent, isDurable, onStay, onLeave, onDiscard }: Props) {
  const [discards, askToDiscard] = useState(false);
  const title = discards ? sentences.discardTitle : sentences.title;
  return (
    <Dialog key={title} title={title} closeLabel={m.close} onClose={onStay}>
      {discards ? (
        <>
          <p>{sentences.discardText(unsent)}</p>
          <div className={styles.buttons}>
            <Button variant="primary" data-autofocus onClick={() => askToDiscard(false)}>
              {sentences.back}
            </Button>
            <Button onClick={onDiscard}>{sentences.discardNow}</Button>
          </div>
        </>
      ) : (
        <>
          <p>{isDurable ? sentences.kept(unsent) : sentences.inPage(unsent)}</p>
          <div className={styles.buttons}>
            <Button variant="primary" onClick={onStay}>
              {sentences.stay}
            </Button>
            <Button onClick={onLeave}>
              {isDurable ? sentences.signOutKeeping : sentences.signOutLosing}
            </Button>
            {isDurable && (
              <Button variant="quiet" onClick={() => askToDiscard(true)}>
                {sentences.discard}
              </Button>
            )}
          </div>
        </>
      )}
    </Dialog>
  );
}
