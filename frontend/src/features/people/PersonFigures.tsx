import type { ReactNode } from "react";
import { peopleMessages } from "@/app/messages/people";
import { count, decimals } from "@/lib/numbers";
import { dateTime, shortAgo, timeAgo } from "@/lib/time";
import { Ago } from "@/ui/Ago";
import { ProgressBar } from "@/ui/ProgressBar";
import { useNow } from "@/ui/useNow";
import styles from "./PersonFigures.module.css";
import type { Person } from "./personQueries";
import { coefficientText, differs, endsOf } from "./personWords";

const m = peopleMessages.person;

type Props = {
  person: Person;
  /** The median seconds of all answers. */
  team: number | null;
  /** The mean of everybody's kappa with their peers. */
  reference: number | null;
};

/** One person in four figures: progress, pace, speed, agreement. */
export function PersonFigures({ person, team, reference }: Props) {
  const now = useNow(10_000);
  return (
    <div className={styles.figures}>
      <Progress person={person} now={now} />
      <Pace person={person} now={now} />
      <Speed person={person} team={team} />
      <Kappa person={person} reference={reference} />
    </div>
  );
}

type FigureProps = { title: string; value: string | null; unit?: string; none: string };

function Figure({ title, value, unit, none, children }: FigureProps & { children: ReactNode }) {
  return (
    <section>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.headline}>
        <span className={value === null ? styles.none : styles.value}>{value ?? none}</span>
        {value !== null && unit && <span className={styles.unit}>{unit}</span>}
      </p>
      {children}
    </section>
  );
}

type Timed = { person: Person; now: number };

function Progress({ person, now }: Timed) {
  const { answered, assigned, skipped, computed_at: at, is_current: isCurrent } = person;
  const { title, ...words } = m.progress;
  // Of part of the answers nobody can say how much of the work they are.
  const most = person.scope === "all" ? Math.max(assigned, answered) : 0;
  const value = most > 0 ? String(wholePercent(answered, most)) : count(answered);
  return (
    <Figure
      title={title}
      value={answered === 0 && most === 0 ? null : value}
      unit={most > 0 ? "%" : ""}
      none={m.pace.none}
    >
      {most > 0 && <ProgressBar value={answered} max={most} label={title} className={styles.bar} />}
      <p className={styles.text}>
        {most > 0 && assigned > 0 && words.answeredOf(answered, assigned)}
        {most > 0 && assigned === 0 && words.answered(answered)}
        {most === 0 && (person.scope === "all" ? words.nothing : words.within)}
      </p>
      <p className={styles.text}>{words.articles(person.articles_done, person.articles_open)}</p>
      {skipped > 0 && <p className={styles.text}>{words.skipped(skipped)}</p>}
      <p className={styles.text}>
        {at ? (
          <>
            {m.computed}{" "}
            <Ago
              iso={at}
              relative={shortAgo(at, Math.max(now, Date.parse(at)))}
              absolute={dateTime(at)}
            />
            {!isCurrent && `, ${m.catchingUp}`}
          </>
        ) : (
          m.notComputed
        )}
      </p>
    </Figure>
  );
}

function Pace({ person, now }: Timed) {
  const { per_active_day: perDay, days, last_saved_at: saved } = person;
  return (
    <Figure
      title={m.pace.title}
      value={perDay === null ? null : decimals(perDay, 1)}
      none={m.pace.none}
    >
      {days.length > 0 && <p className={styles.text}>{m.pace.days(days.length)}</p>}
      <p className={styles.text}>
        {saved ? (
          <>
            {m.pace.saved}{" "}
            <Ago
              iso={saved}
              relative={timeAgo(saved, Math.max(now, Date.parse(saved)))}
              absolute={dateTime(saved)}
            />
          </>
        ) : (
          m.pace.never
        )}
      </p>
    </Figure>
  );
}

function Speed({ person, team }: Pick<Props, "person" | "team">) {
  const { median } = person.seconds;
  return (
    <Figure
      title={m.speed.title}
      value={median === null ? null : decimals(median, 1)}
      unit={m.speed.unit}
      none={m.speed.none}
    >
      <p className={styles.text}>
        {median === null && m.speed.noTime}
        {median !== null && team !== null && m.speed.team(decimals(team, 1))}
      </p>
    </Figure>
  );
}

function Kappa({ person, reference }: Pick<Props, "person" | "reference">) {
  const { standing, enough_shared: enough } = person;
  const kappa = standing?.peer_kappa;
  const value = kappa?.value ?? null;
  const ends = kappa && endsOf(kappa);
  return (
    <Figure
      title={m.kappa.title}
      value={value === null ? null : decimals(value)}
      unit={m.kappa.unit}
      none={m.kappa.none}
    >
      {!standing && <p className={styles.text}>{m.kappa.nobody}</p>}
      {standing && !standing.enough && (
        <p className={styles.text}>{m.kappa.tooFew(standing.shared_units, enough)}</p>
      )}
      {standing?.enough && (
        <>
          {value === null && <p className={styles.text}>{m.kappa.undefined}</p>}
          {ends && (
            <p className={styles.text}>
              {m.kappa.within(coefficientText(ends.low), coefficientText(ends.high))}
            </p>
          )}
          <p className={styles.text}>{m.kappa.of(standing.shared_units)}</p>
          {differs(standing, reference) && <p className={styles.differs}>{m.kappa.differs}</p>}
        </>
      )}
    </Figure>
  );
}

/** Round, but to neither end before it is reached. */
function wholePercent(part: number, whole: number): number {
  if (part === 0) return 0;
  if (part >= whole) return 100;
  return Math.min(99, Math.max(1, Math.round((part / whole) * 100)));
}
