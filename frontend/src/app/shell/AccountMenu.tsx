import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useId, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import { countUnsent, discardUnsent, outboxOf } from "@/api/answers";
import { leave as leavePage } from "@/api/leaving";
import type { User } from "@/api/types";
import { classes } from "@/lib/classes";
import { onFirstSign } from "@/lib/firstSign";
import { messages, withPanelMessages } from "../messages";
import styles from "./Shell.module.css";
import { useTheme } from "./ThemeToggle";

const m = messages.app;
const loadUnsentDialog = () =>
  withPanelMessages(async () => ({ default: (await import("./UnsentDialog")).UnsentDialog }));
const UnsentDialog = lazy(loadUnsentDialog);
const loadStillSignedIn = async () => ({
  default: (await import("./StillSignedIn")).StillSignedIn,
});
const StillSignedIn = lazy(loadStillSignedIn);

export function AccountMenu({ user }: { user: User }) {
  const menu = useRef<HTMLDivElement>(null);
  const id = useId();
  const { label, toggle } = useTheme();
  const { unsent, hasFailed, stay, leave, discard, ask } = useSignOut(user);
  // What an earlier page left is sent from whatever screen this one shows.
  useEffect(() => void outboxOf(user.id), [user.id]);
  // When it is wanted the server is away.
  useEffect(() => onFirstSign(() => void loadStillSignedIn().catch(() => undefined)), []);
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
        <Suspense fallback={null}>
          <UnsentDialog
            unsent={unsent}
            isDurable={outboxOf(user.id).getState().isDurable}
            onStay={stay}
            onLeave={() => void leave()}
            onDiscard={() => void discard()}
          />
        </Suspense>
      )}
      {hasFailed && (
        <Suspense fallback={null}>
          <StillSignedIn onClose={stay} onRetry={() => void ask()} />
        </Suspense>
      )}
    </>
  );
}

/** Sign out, but not without a word where answers are unsent or it fails. */
function useSignOut(user: User) {
  const queries = useQueryClient();
  const [, go] = useLocation();
  const [unsent, setUnsent] = useState(0);
  const [hasFailed, setFailed] = useState(false);
  const fail = () =>
    loadStillSignedIn().then(
      () => setFailed(true),
      () => undefined,
    );
  const leave = async () => {
    setUnsent(0);
    await leavePage(queries, user, () => go("/sign-in")).catch(fail);
  };
  return {
    unsent,
    hasFailed,
    stay: () => {
      setUnsent(0);
      setFailed(false);
    },
    leave,
    discard: async () => {
      await discardUnsent(user.id);
      await leave();
    },
    ask: async () => {
      setFailed(false);
      const waiting = await countUnsent(user.id);
      if (waiting === 0) return leave();
      // Where the dialog cannot be had the server is away, and nobody can sign out either.
      const isThere = await loadUnsentDialog().then(
        () => true,
        () => false,
      );
      if (isThere) setUnsent(waiting);
      else await fail();
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
