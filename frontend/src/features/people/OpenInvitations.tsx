import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { invitationsQuery, letterOf } from "@/api/invitations";
import type { Invitation } from "@/api/types";
import { messages } from "@/app/messages";
import { peopleMessages } from "@/app/messages/people";
import { classes } from "@/lib/classes";
import { dateTime, timeAgo } from "@/lib/time";
import { Ago } from "@/ui/Ago";
import { Button } from "@/ui/Button";
import cards from "@/ui/Cards.module.css";
import { CopyButton } from "@/ui/CopyButton";
import { Message } from "@/ui/Message";
import { Panel } from "@/ui/Panel";
import { useNotice } from "@/ui/useNotice";
import { useNow } from "@/ui/useNow";
import { RevokeDialog } from "./RevokeDialog";
import styles from "./Tables.module.css";
import { whomOf } from "./whom";

const { invitations: m, roles } = peopleMessages.people;

/** The invitations that still let somebody in; nothing where there are none. */
export function OpenInvitations({ slug }: { slug: string }) {
  const invitations = useQuery(invitationsQuery(slug));
  const { place, notice, tell } = useNotice();
  const [leaving, setLeaving] = useState<Invitation | null>(null);
  const open = invitations.data ?? [];
  const hasFailed = !invitations.data && invitations.isError;
  return (
    <div ref={place} tabIndex={-1} className={styles.place}>
      <p role="status" className={notice ? styles.notice : "visually-hidden"}>
        {notice}
      </p>
      {open.length > 0 && (
        <Panel title={m.title} text={m.text}>
          <InvitationTable open={open} onRevoke={setLeaving} />
        </Panel>
      )}
      {hasFailed && (
        <Message
          tone="error"
          action={
            <Button busy={invitations.isFetching} onClick={() => void invitations.refetch()}>
              {messages.app.tryAgain}
            </Button>
          }
        >
          {m.failed}
        </Message>
      )}
      {leaving && (
        <RevokeDialog
          slug={slug}
          invitation={leaving}
          onClose={() => setLeaving(null)}
          onRevoked={() => {
            tell(m.revoked(whomOf(leaving)));
            setLeaving(null);
          }}
        />
      )}
    </div>
  );
}

type TableProps = { open: readonly Invitation[]; onRevoke: (invitation: Invitation) => void };

function InvitationTable({ open, onRevoke }: TableProps) {
  const now = useNow(30_000);
  return (
    <table className={classes(cards.cards, styles.table)}>
      <caption className="visually-hidden">{m.title}</caption>
      <thead>
        <tr>
          <th scope="col">{m.columns.who}</th>
          <th scope="col">{m.columns.role}</th>
          <th scope="col">{m.columns.places}</th>
          <th scope="col">{m.columns.until}</th>
          <th scope="col">{m.columns.letter}</th>
          <th scope="col">
            <span className="visually-hidden">{m.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {open.map((one) => (
          <tr key={one.id}>
            <th scope="row" className={styles.name}>
              {whomOf(one)}
              <small>{m.by(one.invited_by, timeAgo(one.created_at, now))}</small>
            </th>
            <td data-label={m.columns.role}>{roles[one.role]}</td>
            <td data-label={m.columns.places}>{m.placesOf(one.places - one.taken, one.places)}</td>
            <td data-label={m.columns.until}>
              <Ago
                iso={one.expires_at}
                relative={timeAgo(one.expires_at, now)}
                absolute={dateTime(one.expires_at)}
              />
            </td>
            <td data-label={m.columns.letter} className={styles.letter}>
              <Letter invitation={one} now={now} />
            </td>
            <td className={styles.actions}>
              <span className={styles.buttons}>
                <CopyButton
                  text={one.link}
                  label={m.copy}
                  description={m.copyOf(whomOf(one))}
                  copiedLabel={messages.app.copied}
                  failedLabel={messages.app.copyFailed}
                />
                <Button
                  aria-label={m.revokeOf(whomOf(one))}
                  className={styles.small}
                  onClick={() => onRevoke(one)}
                >
                  {m.revoke}
                </Button>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Letter({ invitation, now }: { invitation: Invitation; now: number }) {
  const state = letterOf(invitation);
  if (state === "failed") {
    return (
      <>
        <strong className={styles.failed}>{m.letters.failed}</strong>
        <small>{invitation.failure}</small>
      </>
    );
  }
  if (state !== "sent" || !invitation.sent_at) {
    return <span className={styles.muted}>{m.letters[state === "sent" ? "waiting" : state]}</span>;
  }
  return (
    <Ago
      iso={invitation.sent_at}
      relative={m.sentAt(timeAgo(invitation.sent_at, now))}
      absolute={dateTime(invitation.sent_at)}
    />
  );
}
