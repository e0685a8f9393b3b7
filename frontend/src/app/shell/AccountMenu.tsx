import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import { countUnsent, discardUnsent, dropOutbox, outboxOf } from "@/api/answers";
import { sessionQuery } from "@/api/queries";
import { signOut } from "@/api/session";
import type { User } from "@/api/types";
import { classes } from "@/lib/classes";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { messages } from "../messages";
import styles from "./Shell.module.css";
import { useTheme } from "./ThemeToggle";

const m = messages.app;
const sync = messages.sync;

export function AccountMenu({ user }: { user: User }) {
  const menu = useRef<HTMLDivElement>(null);
  const id = useId();
  const { label, toggle } = useTheme();
  const { unsent, hasFailed, stay, leave, discard, ask } = useSignOut(user);
  // What an earlier page left is sent from whatever screen this one shows.
  useEffect(() => void outboxOf(user.id), [user.id]);
  const close = () => menu.current?.hidePopover();
  return (
    <>
      <button
        type="button"
        className={styles.avatar}
        popoverTarget={id}
        aria-label={m.accountMenu(user.name)}
      >
        {initials(user.name || user.email)}
      </button>
      <div ref={menu} id={id} popover="auto" className={styles.menu}>
        <div className={styles.who}>
          <strong>{user.name}</strong>
          <span>{user.email}</span>
        </div>
        <Link href="/account" className={styles.item} onClick={close}>
          {m.account}
        </Link>
        <button
          type="button"
          className={classes(styles.item, styles.narrowOnly)}
          onClick={() => {
            toggle();
            close();
          }}
        >
          {label}
        </button>
        <button
          type="button"
          className={styles.item}
          onClick={() => {
            close();
            void ask();
          }}
        >
          {m.signOut}
        </button>
      </div>
      {unsent > 0 && (
        <UnsentDialog
          unsent={unsent}
          isDurable={outboxOf(user.id).getState().isDurable}
          onStay={stay}
          onLeave={leave}
          onDiscard={() => void discard()}
        />
      )}
      {hasFailed && (
        <Dialog title={m.stillSignedIn} closeLabel={m.close} onClose={stay}>
          <p>{m.unreachable}</p>
          <div className={styles.buttons}>
            <Button variant="primary" onClick={leave}>
              {m.tryAgain}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

type UnsentProps = {
  unsent: number;
  isDurable: boolean;
  onStay: () => void;
  onLeave: () => void;
  onDiscard: () => void;
};

/** Signing out keeps what is not sent, for the same user's next time; losing it is asked for twice. */
function UnsentDialog({ unsent, isDurable, onStay, onLeave, onDiscard }: UnsentProps) {
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

/** Sign out, but not without a word where answers are unsent or it fails. */
function useSignOut(user: User) {
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [unsent, setUnsent] = useState(0);
  const { mutate, reset, isError } = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      dropOutbox(user.id);
      go("/sign-in");
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== "session" });
      await queries.refetchQueries(sessionQuery);
    },
  });
  return {
    unsent,
    hasFailed: isError,
    stay: () => {
      setUnsent(0);
      reset();
    },
    leave: () => {
      setUnsent(0);
      mutate();
    },
    discard: async () => {
      await discardUnsent(user.id);
      setUnsent(0);
      mutate();
    },
    ask: async () => {
      const waiting = await countUnsent(user.id);
      if (waiting > 0) setUnsent(waiting);
      else mutate();
    },
  };
}

function initials(name: string): string {
  const words = name.split(/[\s@.]+/).filter(Boolean);
  return words
    .slice(0, 2)
    .map((word) => Array.from(word)[0]?.toLocaleUpperCase() ?? "")
    .join("");
}
