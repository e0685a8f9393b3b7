import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { invitationsQuery, letterOf } from "@/api/invitations";
import type { Invitation } from "@/api/types";
import { messages } from "@/app/messages";
import { peopleMessages } from "@/app/messages/people";
import { dateTime } from "@/lib/time";
import { Button } from "@/ui/Button";
import { Message } from "@/ui/Message";
import { Snippet } from "@/ui/Snippet";
import styles from "./MadeInvitation.module.css";

const m = peopleMessages.people.invite;

type Props = { slug: string; made: Invitation; onAnother: () => void; onDone: () => void };

/** An invitation that was just made: its link, and whether an email goes out. */
export function MadeInvitation({ slug, made, onAnother, onDone }: Props) {
  const message = useRef<HTMLDivElement>(null);
  useEffect(() => message.current?.focus(), []);
  // What becomes of its email is seen in the list of those that are open.
  const { data: known } = useQuery(invitationsQuery(slug));
  const invitation = known?.find(({ id }) => id === made.id) ?? made;
  const isAlone = ["failed", "printed"].includes(letterOf(invitation));
  return (
    <div className={styles.made}>
      <Message tone={isAlone ? "warn" : "ok"} ref={message}>
        <strong>{made.email ? m.madeByMail(made.email) : m.madeByLink}</strong>
        <br />
        {letterWords(invitation)} {m.until(dateTime(made.expires_at))}
      </Message>
      <Snippet
        label={m.link}
        text={made.link}
        copyLabel={messages.app.copy}
        copiedLabel={messages.app.copied}
        failedLabel={messages.app.copyFailed}
      />
      <div className={styles.buttons}>
        <Button onClick={onAnother}>{m.another}</Button>
        <Button variant="quiet" onClick={onDone}>
          {m.done}
        </Button>
      </div>
    </div>
  );
}

function letterWords(invitation: Invitation): string {
  switch (letterOf(invitation)) {
    case "none":
      return m.noLetter(invitation.places);
    case "printed":
      return m.letterPrinted;
    case "waiting":
      return m.letterGoes;
    case "sent":
      return m.letterSent;
    case "failed":
      return m.letterFailed(invitation.failure);
  }
}
