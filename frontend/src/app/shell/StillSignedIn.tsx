import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { messages } from "../messages";
import styles from "./Shell.module.css";

const m = messages.app;

type Props = { onClose: () => void; onRetry: () => void };

/** Signing out takes the server, which is not there. */
export function StillSignedIn({ onClose, onRetry }: Props) {
  return (
    <Dialog title={m.stillSignedIn} closeLabel={m.close} onClose={onClose}>
      <p>{m.unreachable}</p>
      <div className={styles.buttons}>
        <Button variant="primary" onClick={onRetry}>
          {m.tryAgain}
        </Button>
      </div>
    </Dialog>
  );
}
