import { useQuery } from "@tanstack/react-query";
import { peopleQuery } from "@/api/queries";
import type { Person } from "@/api/types";
import { messages } from "@/app/messages";
import { leadMessages } from "@/app/messages/leads";
import { classes } from "@/lib/classes";
import { count } from "@/lib/numbers";
import { LimitForm } from "@/parts/members/LimitForm";
import { Button } from "@/ui/Button";
import cards from "@/ui/Cards.module.css";
import { Message } from "@/ui/Message";
import { Panel } from "@/ui/Panel";
import { SkeletonRows } from "@/ui/SkeletonRows";
import styles from "./PeoplePanel.module.css";

const m = leadMessages.queue;

/** Who annotates, what they have, and how much the queue may give them. */
export function PeoplePanel({ slug }: { slug: string }) {
  const progress = useQuery(peopleQuery(slug));
  const people = progress.data?.annotators;
  return (
    <Panel title={m.peopleTitle} text={m.peopleText}>
      {people?.length === 0 && <p className={styles.empty}>{m.peopleEmpty}</p>}
      {people && people.length > 0 && <PeopleTable slug={slug} people={people} />}
      {!people && progress.isError && (
        <div className={styles.problem}>
          <Message
            tone="error"
            action={
              <Button busy={progress.isFetching} onClick={() => void progress.refetch()}>
                {messages.app.tryAgain}
              </Button>
            }
          >
            {m.failed}
          </Message>
        </div>
      )}
      {progress.isPending && <SkeletonRows label={m.loading} rows={3} />}
    </Panel>
  );
}

function PeopleTable({ slug, people }: { slug: string; people: readonly Person[] }) {
  return (
    <table className={classes(cards.cards, styles.table)}>
      <caption className="visually-hidden">{m.peopleTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{m.columns.name}</th>
          <th scope="col" className={styles.number}>
            {m.columns.open}
          </th>
          <th scope="col" className={styles.number}>
            {m.columns.done}
          </th>
          <th scope="col" className={styles.number}>
            {m.columns.answered}
          </th>
          <th scope="col" className={styles.limit}>
            {m.columns.limit}
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row" className={styles.name}>
              {person.name} {person.role !== "annotator" && <small>{m.roles[person.role]}</small>}
            </th>
            <td className={styles.number} data-label={m.columns.open}>
              {count(person.articles_open)}
            </td>
            <td className={styles.number} data-label={m.columns.done}>
              {count(person.articles_done)}
            </td>
            <td className={styles.number} data-label={m.columns.answered}>
              {m.answeredOf(person.answered, person.assigned)}
            </td>
            <td className={styles.limit} data-label={m.columns.limit}>
              <LimitForm slug={slug} member={person} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
