import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiError } from "@/api/client";
import type { Token } from "@/api/types";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Message } from "@/ui/Message";
import { revokeToken, tokensQuery } from "./queries";
import styles from "./RevokeDialog.module.css";

const m = panelMessages.account;

type Props = { token: Token; onClose: () => void; onRevoked: () => void };

export function RevokeDialog({ token, onClose, onRevoked }: Props) {
  const queries = useQueryClient();
  const revoking = useMutation({
    mutationFn: async () => {
      try {
        await revokeToken(token.id);
      } catch (error) {
        // Somebody was quicker: it is revoked, which is what was asked for.
        if (!(error instanceof ApiError && error.status === 404)) throw error;
      }
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: tokensQuery.queryKey });
      onRevoked();
    },
  });
  return (
    <Dialog title={m.revokeTitle(token.name)} closeLabel={messages.app.close} onClose={onClose}>
      <p>{m.revokeText}</p>
      {revoking.isError && (
        <div className={styles.problem}>
          <Message tone="error">{m.failedRevoke}</Message>
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
