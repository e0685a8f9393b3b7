import { useState } from "react";
import type { Member } from "@/api/types";
import { peopleMessages } from "@/app/messages/people";
import { locale } from "@/lib/language";
import { Panel } from "@/ui/Panel";
import { DeactivateDialog } from "./DeactivateDialog";
import { MembersTable } from "./MembersTable";
import { inOrder, matching } from "./order";
import styles from "./Tables.module.css";

const m = peopleMessages.people.members;

/** From how many people on one wants to look for somebody rather than read. */
const MANY = 12;

type Props = { slug: string; members: readonly Member[]; onLeft: (notice: string) => void };

/** Who is in the project, and what they may. */
export function MembersPanel({ slug, members, onLeft }: Props) {
  const [wanted, setWanted] = useState("");
  const [leaving, setLeaving] = useState<Member | null>(null);
  const shown = matching(inOrder(members, locale), wanted);
  const hasMany = members.length > MANY;
  return (
    <Panel
      title={`${m.title} · ${m.summary(members.length)}`}
      text={m.codeHint}
      aside={
        hasMany && (
          <input
            type="search"
            aria-label={m.find}
            placeholder={m.find}
            autoComplete="off"
            className={styles.find}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        )
      }
    >
      {hasMany && (
        <p role="status" className="visually-hidden">
          {wanted && m.summary(shown.length)}
        </p>
      )}
      {shown.length === 0 ? (
        <p className={styles.none}>{m.none}</p>
      ) : (
        <MembersTable slug={slug} members={shown} onDeactivate={setLeaving} />
      )}
      {leaving && (
        <DeactivateDialog
          slug={slug}
          member={leaving}
          onClose={() => setLeaving(null)}
          onDone={(notice) => {
            setLeaving(null);
            onLeft(notice);
          }}
        />
      )}
    </Panel>
  );
}
