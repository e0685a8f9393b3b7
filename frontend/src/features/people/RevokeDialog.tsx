import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiError } from "@/api/client";
import { invitationsQuery } from "@/api/invitations";
import type { Invitation } from "@/api/types";
import { messages } from "@/app/messages";
import { peopleMessages } from "@/app/messages/people";
import { refusalOf } from "@/parts/members/useChanging";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Message } from "@/ui/Message";
import styles from "./Dialogs.module.css";
import { revoke } from "./queries";
import { whomOf } from "./whom";

const m = peopleMessages.people.invitations;

type Props = { slug: string; invitation: Invitation; onClose: () => void; onRevoked: () => void };

export function RevokeDialog({ slug, invitation, onClose, onRevoked }: Props) {
  const queries = useQueryClient();
  const { queryKey } = invitationsQuery(slug);
  const revoking = useMutation({
    mutationFn: async () => {
      try {
        await revoke(slug, invitation.id);
      } catch (error) {
        // Somebody was quicker: it is revoked, which is what was asked for.
        if (!(error instanceof ApiError && error.status === 404)) throw error;
      }
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey });
      onRevoked();
    },
  });
  return (
    <Dialog title={m.revokeTitle} closeLabel={messages.app.close} onClose={onClose}>
      <p>{m.revokeText(whomOf(invitation))}</p>
      {revoking.error && (
        <div className={styles.problem}>
          <Message tone="error">{refusalOf(revoking.error, m.notRevoked)}</Message>
        </div>
      )}
      <div className={styles.buttons}>
        <Button onClick={onClose}>{m.keep}</Button>
        <Button variant="primary" busy={revoking.isPending} onClick={() => revoking.mutate()}>
          {revoking.isPending ? m.revoking : m.revoke}
        </Button>
      </div>
    </Dialog>
  );
}
