import { useState } from "react";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { messages } from "../messages";
import styles from "./Shell.module.css";

const m = messages.app;
const sync = messages.sync;

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
  const title = discards ? sync.discardTitle : sync.unsentTitle;
  return (
    <Dialog key={title} title={title} closeLabel={m.close} onClose={onStay}>
      {discards ? (
        <>
          <p>{sync.discardText(unsent)}</p>
          <div className={styles.buttons}>
            <Button variant="primary" data-autofocus onClick={() => askToDiscard(false)}>
              {sync.back}
            </Button>
            <Button onClick={onDiscard}>{sync.discardNow}</Button>
          </div>
        </>
      ) : (
        <>
          <p>{isDurable ? sync.unsent(unsent) : sync.unsentInPage(unsent)}</p>
          <div className={styles.buttons}>
            <Button variant="primary" onClick={onStay}>
              {sync.stay}
            </Button>
            <Button onClick={onLeave}>
              {isDurable ? sync.signOutKeeping : sync.signOutLosing}
            </Button>
            {isDurable && (
              <Button variant="quiet" onClick={() => askToDiscard(true)}>
                {sync.discard}
              </Button>
            )}
          </div>
        </>
      )}
    </Dialog>
  );
}
