import { messages } from "@/app/messages";
import { leadMessages } from "@/app/messages/leads";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import styles from "./LeaveDialog.module.css";

const m = leadMessages.articles;

/** Ask whether corrections may be lost. */
export function LeaveDialog({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  return (
    <Dialog title={m.leaveTitle} closeLabel={messages.app.close} onClose={onStay}>
      <p>{m.leaveText}</p>
      <div className={styles.actions}>
        <Button variant="primary" data-autofocus onClick={onStay}>
          {m.stay}
        </Button>
        <Button onClick={onLeave}>{m.leave}</Button>
      </div>
    </Dialog>
  );
}
