import { useMutation, useQueryClient } from "@tanstack/react-query";
import { messages } from "@/app/messages";
import { exportMessages } from "@/app/messages/export";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Message } from "@/ui/Message";
import styles from "./DeleteDialog.module.css";
import { deleteSnapshot, isLive, snapshotQuery, snapshotsQuery } from "./queries";
import { reasonOf } from "./SnapshotForm";
import type { Snapshot } from "./types";
import { shortDigest } from "./words";

const m = exportMessages.deleting;

type Props = { slug: string; snapshot: Snapshot; onClose: () => void; onDeleted: () => void };

/** Ask before a snapshot is deleted, and say who may miss it. */
export function DeleteDialog({ slug, snapshot, onClose, onDeleted }: Props) {
  const queries = useQueryClient();
  const deleting = useMutation({
    mutationFn: () => deleteSnapshot(slug, snapshot.id),
    onSuccess: () => {
      onDeleted();
      queries.removeQueries({ queryKey: snapshotQuery(slug, snapshot.id).queryKey });
      void queries.invalidateQueries({ queryKey: snapshotsQuery(slug).queryKey });
    },
  });
  return (
    <Dialog title={m.title} closeLabel={messages.app.close} onClose={onClose}>
      <p>{textOf(snapshot)}</p>
      {deleting.error && (
        <div className={styles.problem}>
          <Message tone="error">{reasonOf(deleting.error)}</Message>
        </div>
      )}
      <div className={styles.actions}>
        <Button onClick={onClose} data-autofocus>
          {m.keep}
        </Button>
        <Button variant="primary" busy={deleting.isPending} onClick={() => deleting.mutate()}>
          {deleting.isPending ? m.deleting : m.delete}
        </Button>
      </div>
    </Dialog>
  );
}

function textOf(snapshot: Snapshot): string {
  if (snapshot.digest) return m.text(shortDigest(snapshot.digest));
  return isLive(snapshot) ? m.textUnfinished : m.textFailed;
}
