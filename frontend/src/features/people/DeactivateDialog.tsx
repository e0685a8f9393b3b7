import { useQuery } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { sessionQuery } from "@/api/queries";
import type { Member } from "@/api/types";
import { messages } from "@/app/messages";
import { peopleMessages } from "@/app/messages/people";
import { useChanging } from "@/parts/members/useChanging";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Message } from "@/ui/Message";
import styles from "./Dialogs.module.css";

const m = peopleMessages.people.leaving;

type Props = {
  slug: string;
  member: Member;
  onClose: () => void;
  onDone: (notice: string) => void;
};

/** Deactivate somebody, knowing what of theirs is kept. */
export function DeactivateDialog({ slug, member, onClose, onDone }: Props) {
  const [, go] = useLocation();
  const isOwn = useQuery(sessionQuery).data?.user?.id === member.id;
  const changing = useChanging(slug, member, () => {
    if (isOwn) go("/");
    else onDone(m.done(member.name));
  });
  return (
    <Dialog
      title={isOwn ? m.ownTitle : m.title(member.name)}
      closeLabel={messages.app.close}
      onClose={onClose}
    >
      <ul className={styles.kept}>
        <li>{m.kept(member.answered)}</li>
        {member.held > 0 && <li>{m.released}</li>}
        {member.role === "lead" && <li>{m.invitations}</li>}
        <li>{isOwn ? m.ownAccess : m.access(member.name)}</li>
      </ul>
      {changing.problem && (
        <div className={styles.problem}>
          <Message tone="error">{changing.problem}</Message>
        </div>
      )}
      <div className={styles.buttons}>
        <Button data-autofocus onClick={onClose}>
          {m.cancel}
        </Button>
        <Button
          variant="primary"
          busy={changing.isPending}
          onClick={() => changing.mutate({ active: false })}
        >
          {changing.isPending ? m.working : isOwn ? m.ownConfirm : m.confirm}
        </Button>
      </div>
    </Dialog>
  );
}
