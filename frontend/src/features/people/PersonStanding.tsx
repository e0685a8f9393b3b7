import type { Project } from "@/api/types";
import { peopleMessages } from "@/app/messages/people";
import { decimals } from "@/lib/numbers";
import { Panel } from "@/ui/Panel";
import styles from "./PersonStanding.module.css";
import type { Person, Standing } from "./personQueries";
import { biasText, coefficientText, differs, endsOf } from "./personWords";

const { standing: m, kappa: words } = peopleMessages.person;

type Props = {
  project: Project;
  person: Person;
  /** The mean of everybody's kappa with their peers. */
  reference: number | null;
  className?: string | undefined;
};

/** How somebody's answers stand to the others': in three coefficients, and in words. */
export function PersonStanding({ project, person, reference, className }: Props) {
  const { standing, enough_shared: enough, name, labels } = person;
  return (
    <Panel title={m.title} text={m.text} className={className}>
      {!standing && <p className={styles.none}>{words.nobody}</p>}
      {standing && !standing.enough && (
        <p className={styles.none}>{words.tooFew(standing.shared_units, enough)}</p>
      )}
      {standing?.enough && (
        <>
          <Coefficients standing={standing} />
          {reference !== null && standing.peer_kappa?.value !== null && (
            <p className={styles.said}>
              {differs(standing, reference)
                ? m.differs(name, coefficientText(reference))
                : m.alike(coefficientText(reference))}
            </p>
          )}
          <h3 className={styles.subtitle}>{m.use}</h3>
          <p className={styles.said}>{biasText(standing, labels, project)}</p>
        </>
      )}
    </Panel>
  );
}

function Coefficients({ standing }: { standing: Standing }) {
  const { peer_kappa: peer, mean_kappa: mean, alpha_without: without, pairs } = standing;
  const ends = peer && endsOf(peer);
  return (
    <dl className={styles.coefficients}>
      <Coefficient
        name={m.peer}
        value={peer?.value}
        note={ends ? words.within(coefficientText(ends.low), coefficientText(ends.high)) : ""}
      />
      <Coefficient name={m.mean} value={mean?.value} note={m.meanOf(pairs ?? 0)} />
      <Coefficient name={m.without} value={without?.value} note={m.withoutText} />
    </dl>
  );
}

type CoefficientProps = { name: string; value: number | null | undefined; note: string };

function Coefficient({ name, value, note }: CoefficientProps) {
  return (
    <div>
      <dt>
        {name}
        {note && <span className={styles.note}>{note}</span>}
      </dt>
      <dd>{typeof value === "number" ? decimals(value) : m.undefined}</dd>
    </div>
  );
}
