import { useState } from "react";
import { Link } from "wouter";
import { messages } from "@/app/messages";
import { figuresMessages } from "@/app/messages/figures";
import { classes } from "@/lib/classes";
import { count, decimals } from "@/lib/numbers";
import { dateTime, timeAgo } from "@/lib/time";
import type { OverviewFigures } from "@/parts/overview/queries";
import { Ago } from "@/ui/Ago";
import { Button } from "@/ui/Button";
import cards from "@/ui/Cards.module.css";
import { Message } from "@/ui/Message";
import { Panel } from "@/ui/Panel";
import { ProgressBar } from "@/ui/ProgressBar";
import { SkeletonRows } from "@/ui/SkeletonRows";
import { useNow } from "@/ui/useNow";
import { contentOf, type PanelProps } from "./content";
import styles from "./PeoplePanel.module.css";

const m = figuresMessages.overview.people;
/** How many people are listed until all are asked for. */
const AT_FIRST = 12;

type Person = OverviewFigures["people"][number];

/** `search`: the query string of the filters, which links to people keep. */
type Props = PanelProps & { search: string };

/** Who has done what, and how quickly. */
export function PeoplePanel({ project, overview, className, search }: Props) {
  const [isAll, showAll] = useState(false);
  const content = contentOf(overview.data, ({ people }) => ({
    empty: people.length === 0 && m.nobody,
  }));
  const people = overview.data?.figures?.people ?? [];
  return (
    <Panel
      title={m.title}
      text={people.length > 0 ? m.text : undefined}
      className={className}
      aside={
        people.length > AT_FIRST && (
          <Button variant="quiet" className={styles.more} onClick={() => showAll(!isAll)}>
            {isAll ? m.showFewer : m.showAll(people.length)}
          </Button>
        )
      }
    >
      {overview.isError && (
        <div className={styles.failed}>
          <Message
            tone="error"
            action={
              <Button busy={overview.isFetching} onClick={() => void overview.refetch()}>
                {messages.app.tryAgain}
              </Button>
            }
          >
            {m.failed}
          </Message>
        </div>
      )}
      {!content && !overview.isError && <SkeletonRows label={messages.app.loading} rows={4} />}
      {content && "empty" in content && content.empty && (
        <p className={styles.empty}>{content.empty}</p>
      )}
      {people.length > 0 && (
        <Rows
          people={isAll ? people : people.slice(0, AT_FIRST)}
          isPart={overview.data?.scope !== "all"}
          hrefOf={({ id }) => `/projects/${project.slug}/people/${id}${search}`}
        />
      )}
    </Panel>
  );
}

type RowsProps = {
  people: readonly Person[];
  /** Whether only part of the answers count: then they are no part of what is assigned. */
  isPart: boolean;
  hrefOf: (person: Person) => string;
};

function Rows({ people, isPart, hrefOf }: RowsProps) {
  const now = useNow(10_000);
  return (
    <table className={classes(cards.cards, styles.table)}>
      <caption className="visually-hidden">{m.title}</caption>
      <thead>
        <tr>
          <th scope="col">{m.columns.name}</th>
          <th scope="col">{m.columns.answered}</th>
          <th scope="col" className={styles.number}>
            {m.columns.skipped}
          </th>
          <th scope="col">{m.columns.articles}</th>
          <th scope="col" className={styles.number}>
            {m.columns.perDay}
          </th>
          <th scope="col" className={styles.number}>
            {m.columns.median}
          </th>
          <th scope="col">{m.columns.lastSaved}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <Row key={person.id} person={person} isPart={isPart} now={now} href={hrefOf(person)} />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { person: Person; isPart: boolean; now: number; href: string };

function Row({ person, isPart, now, href }: RowProps) {
  const { answered, assigned, last_saved_at: saved } = person;
  return (
    <tr>
      <th scope="row" className={styles.name}>
        <Link href={href}>{person.name}</Link>
      </th>
      <td className={styles.answered} data-label={isPart ? m.columns.answered : undefined}>
        {isPart ? (
          count(answered)
        ) : (
          <>
            <ProgressBar
              value={answered}
              max={Math.max(assigned, answered)}
              label={m.barOf(person.name)}
              className={styles.bar}
            />
            <span>{answeredText(answered, assigned)}</span>
          </>
        )}
      </td>
      <td className={styles.number} data-label={m.columns.skipped}>
        {count(person.skipped)}
      </td>
      <td data-label={m.columns.articles}>{articlesOf(person)}</td>
      <td className={styles.number} data-label={m.columns.perDay}>
        {person.per_active_day === null ? m.unknown : decimals(person.per_active_day, 1)}
      </td>
      <td className={styles.number} data-label={m.columns.median}>
        {person.median_seconds === null ? m.unknown : m.seconds(decimals(person.median_seconds, 1))}
      </td>
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

/** Whoever has given articles back has answered more than is assigned. */
function answeredText(answered: number, assigned: number): string {
  if (answered > assigned) return count(answered);
  return assigned === 0 ? m.nothingAssigned : m.answeredOf(answered, assigned);
}

function articlesOf({ articles_done: done, articles_open: open }: Person): string {
  const parts = [];
  if (done > 0) parts.push(m.articlesDone(done));
  if (open > 0) parts.push(m.articlesOpen(open));
  return parts.join(", ") || m.articlesNone;
}
