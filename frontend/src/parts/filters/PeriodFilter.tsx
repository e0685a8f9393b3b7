import { useState } from "react";
import { figuresMessages } from "@/app/messages/figures";
import { date } from "@/lib/time";
import type { Filters } from "@/parts/scope/filters";
import { FilterMenu } from "./FilterMenu";
import styles from "./Filters.module.css";

const m = figuresMessages.filters;

type Period = Pick<Filters, "since" | "until">;

type Props = {
  filters: Period;
  /** The days of the first and the last answer, where known. */
  first: string | null;
  last: string | null;
  onChange: (period: Period) => void;
};

/** A filter by day: from one, up to another, or between two. */
export function PeriodFilter({ filters: { since, until }, first, last, onChange }: Props) {
  const [draft, setDraft] = useState<Period>({ since, until });
  return (
    <FilterMenu
      title={m.period}
      value={periodText({ since, until })}
      isSet={since !== null || until !== null}
      onReset={() => setDraft({ since, until })}
      onApply={() => onChange(inOrder(draft))}
    >
      <label className={styles.field}>
        {m.since}
        <input
          type="date"
          value={draft.since ?? ""}
          onChange={({ target }) => setDraft({ ...draft, since: target.value || null })}
        />
      </label>
      <label className={styles.field}>
        {m.until}
        <input
          type="date"
          value={draft.until ?? ""}
          onChange={({ target }) => setDraft({ ...draft, until: target.value || null })}
        />
      </label>
      {first && last && <p className={styles.hint}>{m.daysOf(date(first), date(last))}</p>}
    </FilterMenu>
  );
}

export function periodText({ since, until }: Period): string {
  if (since && until) return m.between(date(since), date(until));
  if (since) return m.from(date(since));
  return until ? m.to(date(until)) : m.anyTime;
}

/** Whoever gives the later day first means the time between the two. */
export function inOrder({ since, until }: Period): Period {
  return since && until && since > until ? { since: until, until: since } : { since, until };
}
