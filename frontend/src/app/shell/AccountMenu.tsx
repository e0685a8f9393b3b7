import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import { countUnsent, dropOutbox } from "@/api/answers";
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

export function AccountMenu({ user }: { user: User }) {
  const menu = useRef<HTMLDivElement>(null);
  const id = useId();
  const { label, toggle } = useTheme();
  const { unsent, hasFailed, stay, leave, ask } = useSignOut(user);
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
            ask();
          }}
        >
          {m.signOut}
        </button>
      </div>
      {unsent > 0 && (
        <Dialog title={m.unsentTitle} closeLabel={m.close} onClose={stay}>
          <p>{m.unsent(unsent)}</p>
          <div className={styles.buttons}>
            <Button variant="primary" onClick={stay}>
              {m.stay}
            </Button>
            <Button onClick={leave}>{m.signOutAnyway}</Button>
          </div>
        </Dialog>
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

/** Sign out, but not over answers that would be lost, and not without saying so if it fails. */
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
    ask: () => {
      const waiting = countUnsent(user.id);
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
