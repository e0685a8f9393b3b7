import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import { ApiError } from "@/api/client";
import { sessionQuery } from "@/api/queries";
import type { Invited as Invitation } from "@/api/types";
import { entryMessages } from "@/app/messages/entry";
import { dateTime } from "@/lib/time";
import { EntryCard } from "@/parts/entry/EntryCard";
import { AccountForm } from "./AccountForm";
import { type Account, reasonOf } from "./account";
import styles from "./Entry.module.css";
import { accept } from "./queries";
import { SignedIn } from "./SignedIn";

const m = entryMessages.join;

type Props = { secret: string; invitation: Invitation };

/** Who invites to what, and the ways to come: as who is signed in, or with a new account. */
export function Invited({ secret, invitation }: Props) {
  const queries = useQueryClient();
  const [, go] = useLocation();
  const session = useQuery(sessionQuery);
  // With the new account one is signed in, but already on the way out of here.
  const [user] = useState(session.data?.user);
  const joining = useMutation({
    mutationFn: async (account?: Account) => {
      const joined = await accept(secret, account);
      await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
      return joined;
    },
    onSuccess: ({ slug, role }) => {
      void queries.invalidateQueries({ queryKey: ["projects"] });
      go(`/projects/${slug}${role === "annotator" ? "/annotate" : ""}`, { replace: true });
    },
  });
  const isBusy = joining.isPending || joining.isSuccess;
  return (
    <EntryCard title={m.title} heading={m.titleOf(invitation.project)}>
      <div className={styles.lines}>
        <p>{m.invites[invitation.role](invitation.invited_by)}</p>
        <p className={styles.muted}>{m.means[invitation.role]}</p>
        <p className={styles.muted}>{m.until(dateTime(invitation.expires_at))}</p>
      </div>
      {user ? (
        <SignedIn
          user={user}
          email={invitation.email}
          signInAt={signInAt(secret)}
          isBusy={isBusy}
          problem={joining.error && reasonOf(joining.error, m.refusals)}
          onJoin={() => joining.mutate(undefined)}
        />
      ) : (
        <>
          <h2 className={styles.subheading}>{m.newAccount}</h2>
          <AccountForm
            email={invitation.email}
            labels={{ submit: m.makeAndJoin, busy: m.joining }}
            isBusy={isBusy}
            error={joining.error}
            explain={(error) => <Reason error={error} secret={secret} />}
            onSubmit={joining.mutate}
          />
          <p className={styles.other}>
            {m.haveAccount} <Link href={signInAt(secret)}>{m.signIn}</Link>
          </p>
        </>
      )}
    </EntryCard>
  );
}

function Reason({ error, secret }: { error: Error; secret: string }) {
  if (!(error instanceof ApiError && error.code === "account_exists")) {
    return reasonOf(error, m.refusals);
  }
  return (
    <>
      {m.accountExists} <Link href={signInAt(secret)}>{m.accountExistsSignIn}</Link>
    </>
  );
}

/** The sign-in screen, which leads back here: it keeps the fragment, and with it the secret. */
function signInAt(secret: string): string {
  return `/sign-in?next=/join#${secret}`;
}
