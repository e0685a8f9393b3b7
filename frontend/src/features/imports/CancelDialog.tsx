import { messages } from "@/app/messages";
import { leadMessages } from "@/app/messages/leads";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import styles from "./CancelDialog.module.css";

const m = leadMessages.imports;

type Props = { stored: number; isBusy: boolean; onClose: () => void; onCancel: () => void };

/** Ask before an import is stopped, and say what becomes of what it has stored. */
export function CancelDialog({ stored, isBusy, onClose, onCancel }: Props) {
  return (
    <Dialog title={m.cancelTitle} closeLabel={messages.app.close} onClose={onClose}>
      <p>{m.cancelText(stored)}</p>
      <div className={styles.actions}>
        <Button onClick={onClose} data-autofocus>
          {m.keepGoing}
        </Button>
        <Button variant="primary" busy={isBusy} onClick={onCancel}>
          {isBusy ? m.canceling : m.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
