import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { membersQuery } from "@/api/members";
import type { Member } from "@/api/types";
import { peopleMessages } from "@/app/messages/people";
import { Button } from "@/ui/Button";
import styles from "./Filters.module.css";
import { EVERYTHING, type Filter, GROUPS, writeFilter } from "./filter";

const m = peopleMessages.activity;

type Props = { slug: string; filter: Filter; onChange: (filter: Filter) => void };

/** What of the log is seen: of which kind, by whom, and when. */
export function Filters({ slug, filter, onChange }: Props) {
  const id = useId();
  const members = useQuery(membersQuery(slug)).data ?? [];
  const change = (part: Partial<Filter>) => onChange({ ...filter, ...part });
  const former = members.filter((one) => !one.active);
  return (
    <fieldset className={styles.filters} aria-label={m.filters}>
      <div className={styles.field}>
        <label htmlFor={`${id}-kind`}>{m.kind}</label>
        <select
          id={`${id}-kind`}
          value={filter.kind}
          onChange={(event) => change({ kind: event.target.value as Filter["kind"] })}
        >
          <option value="">{m.groups.all}</option>
          {GROUPS.map((group) => (
            <option key={group} value={group}>
              {m.groups[group]}
            </option>
          ))}
        </select>
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}-actor`}>{m.person}</label>
        <select
          id={`${id}-actor`}
          value={filter.actor}
          onChange={(event) => change({ actor: event.target.value })}
        >
          <option value="">{m.everybody}</option>
          <Names people={members.filter((one) => one.active)} />
          {former.length > 0 && (
            <optgroup label={m.former}>
              <Names people={former} />
            </optgroup>
          )}
        </select>
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}-since`}>{m.since}</label>
        <input
          id={`${id}-since`}
          type="date"
          max={filter.until || undefined}
          value={filter.since}
          onChange={(event) => change({ since: event.target.value })}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}-until`}>{m.until}</label>
        <input
          id={`${id}-until`}
          type="date"
          min={filter.since || undefined}
          value={filter.until}
          onChange={(event) => change({ until: event.target.value })}
        />
      </div>
      {writeFilter(filter) && (
        <Button variant="quiet" className={styles.clear} onClick={() => onChange(EVERYTHING)}>
          {m.clear}
        </Button>
      )}
    </fieldset>
  );
}

function Names({ people }: { people: readonly Member[] }) {
  return people.map((one) => (
    <option key={one.id} value={String(one.id)}>
      {one.name}
    </option>
  ));
}
