import { useState } from "react";
import { exportMessages } from "@/app/messages/export";
import { wholeNumber } from "@/lib/typed";
import { FilterMenu } from "@/parts/filters/FilterMenu";
import styles from "@/parts/filters/Filters.module.css";
import { type Filters, MOST_VOTES } from "./choice";

const m = exportMessages.claims;

type Chosen = Pick<Filters, "decided" | "minVotes">;
type Props = { filters: Chosen; onChange: (changes: Chosen) => void };

/** A filter by how much is known of a claim. */
export function ClaimsFilter({ filters: { decided, minVotes }, onChange }: Props) {
  const written = minVotes > 0 ? `${minVotes}` : "";
  const [draft, setDraft] = useState({ decided, votes: written });
  return (
    <FilterMenu
      title={m.title}
      value={claimsText({ decided, minVotes })}
      isSet={decided || minVotes > 0}
      onReset={() => setDraft({ decided, votes: written })}
      onApply={() =>
        onChange({
          decided: draft.decided,
          minVotes: wholeNumber(draft.votes, 0, MOST_VOTES) ?? 0,
        })
      }
    >
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={draft.decided}
          onChange={({ target }) => setDraft({ ...draft, decided: target.checked })}
        />
        <span>
          {m.onlyDecided}
          <small>{m.decidedHint}</small>
        </span>
      </label>
      <label className={styles.field}>
        {m.least}
        <input
          type="number"
          min={0}
          max={MOST_VOTES}
          inputMode="numeric"
          value={draft.votes}
          onChange={({ target }) => setDraft({ ...draft, votes: target.value })}
        />
      </label>
      <p className={styles.hint}>{m.votesHint}</p>
    </FilterMenu>
  );
}

function claimsText({ decided, minVotes }: Chosen): string {
  if (decided && minVotes > 0) return m.both(minVotes);
  if (decided) return m.decided;
  return minVotes > 0 ? m.votes(minVotes) : m.all;
}
