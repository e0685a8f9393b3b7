import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { sessionQuery } from "@/api/queries";
import type { Member } from "@/api/types";
import { peopleMessages } from "@/app/messages/people";
import { classes } from "@/lib/classes";
import { count } from "@/lib/numbers";
import { dateTime, timeAgo } from "@/lib/time";
import { LimitForm } from "@/parts/members/LimitForm";
import { Ago } from "@/ui/Ago";
import { Button } from "@/ui/Button";
import cards from "@/ui/Cards.module.css";
import { useNow } from "@/ui/useNow";
import { RoleForm } from "./RoleForm";
import styles from "./Tables.module.css";

const m = peopleMessages.people.members;

type Props = {
  slug: string;
  members: readonly Member[];
  onDeactivate: (member: Member) => void;
};

export function MembersTable({ slug, members, onDeactivate }: Props) {
  const now = useNow(30_000);
  const own = useQuery(sessionQuery).data?.user?.id;
  return (
    <table className={classes(cards.cards, styles.table)}>
      <caption className="visually-hidden">{m.title}</caption>
      <thead>
        <tr>
          <th scope="col">{m.columns.name}</th>
          <th scope="col">{m.columns.role}</th>
          <th scope="col">{m.columns.limit}</th>
          <th scope="col" className={styles.number}>
            {m.columns.held}
          </th>
          <th scope="col" className={styles.number}>
            {m.columns.answered}
          </th>
          <th scope="col">{m.columns.code}</th>
          <th scope="col">
            <span className="visually-hidden">{m.columns.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.id}>
            <NameCell slug={slug} member={member} isOwn={member.id === own} />
            <td data-label={m.columns.role}>
              <RoleForm slug={slug} member={member} isOwn={member.id === own} />
            </td>
            <td data-label={m.columns.limit}>
              {member.role === "viewer" ? (
                <span className={styles.muted}>{m.notGiven}</span>
              ) : (
                <LimitForm slug={slug} member={member} />
              )}
            </td>
            <td className={styles.number} data-label={m.columns.held}>
              {count(member.held)}
            </td>
            <Answers member={member} now={now} />
            <td className={styles.actions}>
              <Button
                variant="quiet"
                aria-label={member.id === own ? m.leaveNamed : m.deactivateNamed(member.name)}
                className={classes(styles.small, styles.leave)}
                onClick={() => onDeactivate(member)}
              >
                {member.id === own ? m.leave : m.deactivate}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type NameProps = { slug: string; member: Member; isOwn?: boolean };

/** Who it is; a page says more of those who annotate or did. */
export function NameCell({ slug, member, isOwn = false }: NameProps) {
  const hasPage = member.role !== "viewer" || member.answered > 0;
  return (
    <th scope="row" className={styles.name}>
      {hasPage ? (
        <Link href={`/projects/${slug}/people/${member.id}`}>{member.name}</Link>
      ) : (
        member.name
      )}
      {isOwn && <small className={styles.you}> ({m.you})</small>}
      <small>{member.email}</small>
    </th>
  );
}

/** What somebody has answered and when last, and the code under which it is exported. */
export function Answers({ member, now }: { member: Member; now: number }) {
  const { last_saved_at: last } = member;
  return (
    <>
      <td className={styles.number} data-label={m.columns.answered}>
        {count(member.answered)}
        {last && (
          <small>
            <Ago
              iso={last}
              relative={m.last(timeAgo(last, Math.max(now, Date.parse(last))))}
              absolute={dateTime(last)}
            />
          </small>
        )}
      </td>
      <td data-label={m.columns.code}>
        <code className={styles.code}>{member.code}</code>
      </td>
    </>
  );
}
