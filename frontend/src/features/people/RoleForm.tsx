import { type FormEvent, useId, useRef, useState } from "react";
import type { Member, Role } from "@/api/types";
import { messages } from "@/app/messages";
import { peopleMessages } from "@/app/messages/people";
import styles from "@/parts/members/RowForm.module.css";
import { Saved } from "@/parts/members/Saved";
import { useChanging } from "@/parts/members/useChanging";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import dialogs from "./Dialogs.module.css";

const { members: m, demoting, roles, save, saving } = peopleMessages.people;
const ROLES: readonly Role[] = ["lead", "annotator", "viewer"];

type Props = { slug: string; member: Member; isOwn: boolean };

/** What somebody is in the project; it is saved by its button, so that no arrow key does. */
export function RoleForm({ slug, member, isOwn }: Props) {
  const id = useId();
  const field = useRef<HTMLSelectElement>(null);
  const [chosen, choose] = useState<Role | null>(null);
  const [isAsked, ask] = useState(false);
  const changing = useChanging(slug, member, () => {
    choose(null);
    // The button that was pressed is gone.
    field.current?.focus();
  });
  const role = chosen ?? member.role;
  const isChanged = role !== member.role;
  const store = () => {
    ask(false);
    changing.mutate({ role });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isChanged || changing.isPending) return;
    if (member.role === "lead") ask(true);
    else store();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <div className={styles.line}>
        <select
          ref={field}
          aria-label={m.roleOf(member.name)}
          aria-describedby={changing.problem ? id : undefined}
          className={styles.select}
          value={role}
          onChange={(event) => {
            choose(event.target.value as Role);
            changing.reset();
          }}
        >
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {roles[one]}
            </option>
          ))}
        </select>
        {isChanged && (
          <Button
            type="submit"
            variant="primary"
            busy={changing.isPending}
            aria-label={m.saveRoleOf(member.name, roles[role])}
            className={styles.save}
          >
            {changing.isPending ? saving : save}
          </Button>
        )}
      </div>
      <Saved>{changing.isSuccess && m.roleSaved(member.name, roles[member.role])}</Saved>
      {changing.problem && (
        <p id={id} role="alert" className={styles.problem}>
          {changing.problem}
        </p>
      )}
      {isAsked && (
        <Dialog
          title={isOwn ? demoting.ownTitle : demoting.title(member.name)}
          closeLabel={messages.app.close}
          onClose={() => ask(false)}
        >
          <p>{isOwn ? demoting.ownText : demoting.text(member.name)}</p>
          <p>{demoting.invitations}</p>
          <div className={dialogs.buttons}>
            <Button data-autofocus onClick={() => ask(false)}>
              {isOwn ? demoting.ownCancel : demoting.cancel}
            </Button>
            <Button variant="primary" onClick={store}>
              {isOwn ? demoting.ownConfirm : demoting.confirm}
            </Button>
          </div>
        </Dialog>
      )}
    </form>
  );
}
