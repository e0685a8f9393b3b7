import type { Progress } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { count } from "@/lib/numbers";
import { dateTime, timeAgo } from "@/lib/time";
import { Ago } from "@/ui/Ago";
import { Panel } from "@/ui/Panel";
import { ProgressBar } from "@/ui/ProgressBar";
import { useNow } from "@/ui/useNow";
import styles from "./PeoplePanel.module.css";

const m = leadMessages.dashboard;

export function PeoplePanel({ progress }: { progress: Progress }) {
  const now = useNow(10_000);
  if (progress.annotators.length === 0) {
    return (
      <Panel title={m.people}>
        <p className={styles.empty}>
          <strong>{m.nobodyTitle}</strong>
          {m.nobody}
        </p>
      </Panel>
    );
  }
  return (
    <Panel title={m.people} text={m.peopleText}>
      <table className={styles.table}>
        <caption className="visually-hidden">{m.people}</caption>
        <thead>
          <tr>
            <th scope="col">{m.columns.name}</th>
            <th scope="col">{m.columns.answered}</th>
            <th scope="col" className={styles.number}>
              {m.columns.skipped}
            </th>
            <th scope="col">{m.columns.articles}</th>
            <th scope="col">{m.columns.lastSaved}</th>
          </tr>
        </thead>
        <tbody>
          {progress.annotators.map((person) => (
            <Row key={person.id} person={person} now={now} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

type Person = Progress["annotators"][number];
type RowProps = { person: Person; now: number };

function Row({ person, now }: RowProps) {
  const saved = person.last_saved_at;
  return (
    <tr>
      <th scope="row" className={styles.name}>
        {person.name}
      </th>
      <td className={styles.answered}>
        <ProgressBar
          value={person.answered}
          max={person.assigned}
          label={m.barOf(person.name)}
          className={styles.bar}
        />
        <span className={styles.amount}>
          {person.assigned === 0
            ? m.nothingAssigned
            : m.answeredOf(person.answered, person.assigned)}
        </span>
      </td>
      <td className={styles.number} data-label={m.columns.skipped}>
        {count(person.skipped)}
      </td>
      <td data-label={m.columns.articles}>{articlesOf(person)}</td>
      <td data-label={m.columns.lastSaved}>
        {saved ? (
          <Ago iso={saved} relative={timeAgo(saved, now)} absolute={dateTime(saved)} />
        ) : (
          m.never
        )}
      </td>
    </tr>
  );
}

function articlesOf({ articles_done: done, articles_open: open }: Person): string {
  const parts = [];
  if (done > 0) parts.push(m.articlesDone(done));
  if (open > 0) parts.push(m.articlesOpen(open));
  return parts.join(", ") || m.articlesNone;
}
