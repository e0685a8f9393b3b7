import { peopleMessages } from "@/app/messages/people";
import { count, decimals } from "@/lib/numbers";
import { dateTime, shortAgo, timeAgo } from "@/lib/time";
import { wholePercent } from "@/parts/overview/percent";
import { Ago } from "@/ui/Ago";
import { FigureText, FourFigures, LargeFigure } from "@/ui/FourFigures";
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
    <FourFigures>
      <Progress person={person} now={now} />
      <Pace person={person} now={now} />
      <Speed person={person} team={team} />
      <Kappa person={person} reference={reference} />
    </FourFigures>
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
    <LargeFigure
      title={title}
      value={answered === 0 && most === 0 ? null : value}
      unit={most > 0 ? "%" : ""}
      none={m.pace.none}
    >
      {most > 0 && <ProgressBar value={answered} max={most} label={title} className={styles.bar} />}
      <FigureText>
        {most > 0 && assigned > 0 && words.answeredOf(answered, assigned)}
        {most > 0 && assigned === 0 && words.answered(answered)}
        {most === 0 && (person.scope === "all" ? words.nothing : words.within)}
      </FigureText>
      <FigureText>{words.articles(person.articles_done, person.articles_open)}</FigureText>
      {skipped > 0 && <FigureText>{words.skipped(skipped)}</FigureText>}
      <FigureText>
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
      </FigureText>
    </LargeFigure>
  );
}

function Pace({ person, now }: Timed) {
  const { per_active_day: perDay, days, last_saved_at: saved } = person;
  return (
    <LargeFigure
      title={m.pace.title}
      value={perDay === null ? null : decimals(perDay, 1)}
      none={m.pace.none}
    >
      {days.length > 0 && <FigureText>{m.pace.days(days.length)}</FigureText>}
      <FigureText>
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
      </FigureText>
    </LargeFigure>
  );
}

function Speed({ person, team }: Pick<Props, "person" | "team">) {
  const { median } = person.seconds;
  return (
    <LargeFigure
      title={m.speed.title}
      value={median === null ? null : decimals(median, 1)}
      unit={m.speed.unit}
      none={m.speed.none}
    >
      <FigureText>
        {median === null && m.speed.noTime}
        {median !== null && team !== null && m.speed.team(decimals(team, 1))}
      </FigureText>
    </LargeFigure>
  );
}

function Kappa({ person, reference }: Pick<Props, "person" | "reference">) {
  const { standing, enough_shared: enough } = person;
  const kappa = standing?.peer_kappa;
  const value = kappa?.value ?? null;
  const ends = kappa && endsOf(kappa);
  return (
    <LargeFigure
      title={m.kappa.title}
      value={value === null ? null : decimals(value)}
      unit={m.kappa.unit}
      none={m.kappa.none}
    >
      {!standing && <FigureText>{m.kappa.nobody}</FigureText>}
      {standing && !standing.enough && (
        <FigureText>{m.kappa.tooFew(standing.shared_units, enough)}</FigureText>
      )}
      {standing?.enough && (
        <>
          {value === null && <FigureText>{m.kappa.undefined}</FigureText>}
          {ends && (
            <FigureText>
              {m.kappa.within(coefficientText(ends.low), coefficientText(ends.high))}
            </FigureText>
          )}
          <FigureText>{m.kappa.of(standing.shared_units)}</FigureText>
          {differs(standing, reference) && <p className={styles.differs}>{m.kappa.differs}</p>}
        </>
      )}
    </LargeFigure>
  );
}
