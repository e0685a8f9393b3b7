import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ApiError } from "@/api/client";
import { messages } from "@/app/messages";
import { entryMessages } from "@/app/messages/entry";
import { EntryCard } from "@/parts/entry/EntryCard";
import { Button } from "@/ui/Button";
import { ButtonLink } from "@/ui/ButtonLink";
import { Message } from "@/ui/Message";
import { SkeletonRows } from "@/ui/SkeletonRows";
import styles from "./Entry.module.css";
import { Invited } from "./Invited";
import { invitationQuery } from "./queries";
import { useFragment } from "./useFragment";

const m = entryMessages.join;
const REFUSALS: Readonly<Record<string, string>> = m.refusals;

/** Where the link of an invitation leads, whoever follows it. */
export function JoinScreen() {
  const secret = useFragment();
  const invitation = useQuery(invitationQuery(secret));
  const { data, error } = invitation;
  if (secret === "") return <Refused>{m.incomplete}</Refused>;
  if (data) return <Invited key={secret} secret={secret} invitation={data} />;
  const refusal = error instanceof ApiError ? REFUSALS[error.code] : undefined;
  if (refusal) {
    const isUsed = error instanceof ApiError && error.code === "invitation_used";
    return (
      <Refused>
        {refusal} {isUsed ? m.alreadyIn : m.askAgain}
      </Refused>
    );
  }
  return (
    <EntryCard title={m.title} heading={m.title}>
      {error ? (
        <Message
          tone="error"
          action={
            <Button busy={invitation.isFetching} onClick={() => void invitation.refetch()}>
              {messages.app.tryAgain}
            </Button>
          }
        >
          {m.failed} {error.message}
        </Message>
      ) : (
        <SkeletonRows label={m.looking} rows={3} />
      )}
    </EntryCard>
  );
}

function Refused({ children }: { children: ReactNode }) {
  return (
    <EntryCard title={m.refusedTitle} heading={m.refusedTitle}>
      <p>{children}</p>
      <div className={styles.actions}>
        <ButtonLink href="/">{m.toProjects}</ButtonLink>
      </div>
    </EntryCard>
  );
}
