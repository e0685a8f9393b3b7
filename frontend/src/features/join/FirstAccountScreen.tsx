import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { ApiError } from "@/api/client";
import { sessionQuery } from "@/api/queries";
import { entryMessages } from "@/app/messages/entry";
import { EntryCard } from "@/parts/entry/EntryCard";
import { ButtonLink } from "@/ui/ButtonLink";
import { AccountForm } from "./AccountForm";
import { type Account, reasonOf } from "./account";
import styles from "./Entry.module.css";
import { makeFirstAccount } from "./queries";
import { useFragment } from "./useFragment";

const m = entryMessages.first;

/** Where the link leads that a new installation prints: its owner makes the account of all beginning. */
export function FirstAccountScreen() {
  const code = useFragment();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const { data: session } = useQuery(sessionQuery);
  // With the new account there is one, but one is already on the way out of here.
  const [hadAccounts] = useState(session?.has_accounts);
  const making = useMutation({
    mutationFn: (account: Account) => makeFirstAccount(code, account),
    onSuccess: (made) => {
      queries.setQueryData(sessionQuery.queryKey, made);
      go("/", { replace: true });
    },
  });
  const isLate = making.error instanceof ApiError && making.error.code === "has_accounts";
  if (hadAccounts || isLate) {
    return (
      <EntryCard title={m.title} heading={m.hasAccountsTitle}>
        <p>{m.hasAccounts}</p>
        <div className={styles.actions}>
          {session?.user ? (
            <ButtonLink href="/">{m.toProjects}</ButtonLink>
          ) : (
            <ButtonLink href="/sign-in">{m.signIn}</ButtonLink>
          )}
        </div>
      </EntryCard>
    );
  }
  return (
    <EntryCard title={m.title} heading={m.title}>
      <p>{code ? m.text : m.incomplete}</p>
      {code ? (
        <AccountForm
          labels={{ submit: m.make, busy: m.making }}
          isBusy={making.isPending || making.isSuccess}
          error={making.error}
          explain={(error) => reasonOf(error, m.refusals)}
          onSubmit={making.mutate}
        />
      ) : (
        <div className={styles.actions}>
          <ButtonLink href="/sign-in">{m.signIn}</ButtonLink>
        </div>
      )}
    </EntryCard>
  );
}
