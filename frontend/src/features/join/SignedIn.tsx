import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { countUnsent } from "@/api/answers";
import { leave } from "@/api/leaving";
import type { User } from "@/api/types";
import { entryMessages } from "@/app/messages/entry";
import { Button } from "@/ui/Button";
import { ButtonLink } from "@/ui/ButtonLink";
import { Message } from "@/ui/Message";
import styles from "./Entry.module.css";

const m = entryMessages.join;

type Props = {
  user: User;
  /** Whom the invitation is for; empty for whoever has the link. */
  email: string;
  signInAt: string;
  isBusy: boolean;
  problem: string | null;
  onJoin: () => void;
};

/** Join as who is signed in, unless the invitation is for another address. */
export function SignedIn({ user, email, signInAt, isBusy, problem, onJoin }: Props) {
  const leaving = useLeaving(user, signInAt);
  const isMine = email === "" || email.toLowerCase() === user.email.toLowerCase();
  const unsent = leaving.data ?? 0;
  return (
    <>
      {!isMine && (
        <div className={styles.problem}>
          <Message tone="warn">{m.forAnother(email)}</Message>
        </div>
      )}
      {problem && (
        <div className={styles.problem}>
          <Message tone="error">{problem}</Message>
        </div>
      )}
      {leaving.isError && (
        <div className={styles.problem}>
          <Message tone="error">{m.signOutFailed}</Message>
        </div>
      )}
      {unsent > 0 && (
        <div className={styles.problem}>
          <Message tone="warn">{m.unsent(unsent)}</Message>
        </div>
      )}
      <div className={styles.actions}>
        {isMine && (
          <Button variant="primary" busy={isBusy} className={styles.wide} onClick={onJoin}>
            {isBusy ? m.joining : m.joinAs(user.name || user.email)}
          </Button>
        )}
        {unsent > 0 ? (
          <ButtonLink href="/">{m.toProjects}</ButtonLink>
        ) : (
          <Button busy={leaving.isPending || isBusy} onClick={() => leaving.mutate()}>
            {leaving.isPending ? m.signingOut : m.otherAccount}
          </Button>
        )}
      </div>
      <p className={styles.who}>{m.signedInAs(user.email)}</p>
    </>
  );
}

/**
 * Sign out and go to the sign-in screen, which leads back here.
 *
 * Answers that were not sent belong to who is signed in: their number is given, and nothing done.
 */
function useLeaving(user: User, signInAt: string) {
  const queries = useQueryClient();
  const [, go] = useLocation();
  return useMutation({
    mutationFn: async () => {
      const unsent = await countUnsent(user.id);
      if (unsent > 0) return unsent;
      await leave(queries, user, () => go(signInAt));
      return 0;
    },
  });
}
