import type { Member } from "@/api/types";
import { peopleMessages } from "@/app/messages/people";
import { classes } from "@/lib/classes";
import rows from "@/parts/members/RowForm.module.css";
import { useChanging } from "@/parts/members/useChanging";
import { Button } from "@/ui/Button";
import cards from "@/ui/Cards.module.css";
import { Panel } from "@/ui/Panel";
import { useNow } from "@/ui/useNow";
import { Answers, NameCell } from "./MembersTable";
import styles from "./Tables.module.css";

const { former: m, members: known, roles } = peopleMessages.people;

type Props = { slug: string; members: readonly Member[]; onBack: (notice: string) => void };

/** Who was in the project: what they answered counts, and they can come back. */
export function FormerMembers({ slug, members, onBack }: Props) {
  const now = useNow(30_000);
  return (
    <Panel title={m.title} text={m.text}>
      <table className={classes(cards.cards, styles.table)}>
        <caption className="visually-hidden">{m.title}</caption>
        <thead>
          <tr>
            <th scope="col">{known.columns.name}</th>
            <th scope="col">{known.columns.role}</th>
            <th scope="col" className={styles.number}>
              {known.columns.answered}
            </th>
            <th scope="col">{known.columns.code}</th>
            <th scope="col">
              <span className="visually-hidden">{known.columns.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id}>
              <NameCell slug={slug} member={member} />
              <td data-label={known.columns.role}>{roles[member.role]}</td>
              <Answers member={member} now={now} />
              <td className={styles.actions}>
                <Reactivate slug={slug} member={member} onBack={onBack} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

type ReactivateProps = { slug: string; member: Member; onBack: Props["onBack"] };

function Reactivate({ slug, member, onBack }: ReactivateProps) {
  const changing = useChanging(slug, member, () => onBack(m.done(member.name)));
  return (
    <>
      <Button
        aria-label={m.reactivateNamed(member.name)}
        className={styles.small}
        busy={changing.isPending}
        onClick={() => changing.mutate({ active: true })}
      >
        {changing.isPending ? m.reactivating : m.reactivate}
      </Button>
      {changing.problem && (
        <p role="alert" className={rows.problem}>
          {changing.problem}
        </p>
      )}
    </>
  );
}
