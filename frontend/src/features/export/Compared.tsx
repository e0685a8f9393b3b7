import type { Project } from "@/api/types";
import { exportMessages } from "@/app/messages/export";
import { bare, count, decimals } from "@/lib/numbers";
import { IntervalRows } from "@/parts/charts/IntervalRows";
import { Counts } from "@/ui/Counts";
import { alphaScale, differenceText, intervalWords } from "./alphas";
import styles from "./Compared.module.css";
import { Examples } from "./Examples";
import { LabelName } from "./LabelName";
import { isVariable } from "./manifest";
import type { ComparisonFigures } from "./types";

const m = exportMessages.comparing;

type Props = { project: Project; figures: ComparisonFigures };

/** What changed: how many claims, from which label to which, and how far people agree. */
export function Compared({ project, figures }: Props) {
  const { claims, votes, relabeled, examples, agreement } = figures;
  const counts = [
    [m.added, count(claims.added)],
    [m.removed, count(claims.removed)],
    [m.relabeled, count(claims.relabeled)],
  ] as const;
  return (
    <>
      <Counts counts={counts} isSmall />
      <p className={styles.votes}>
        {m.claims(claims.before, claims.after)} {m.votes(votes.added, votes.removed, votes.changed)}
      </p>
      <div className={styles.pair}>
        {relabeled.length > 0 && <Relabeled project={project} relabeled={relabeled} />}
        <Agreement agreement={agreement} />
      </div>
      {examples.length > 0 && <Examples project={project} examples={examples} />}
    </>
  );
}

function Relabeled({
  project,
  relabeled,
}: {
  project: Project;
  relabeled: ComparisonFigures["relabeled"];
}) {
  return (
    <section aria-label={m.fromTo}>
      <h3>{m.fromTo}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{m.from}</th>
            <th scope="col">{m.to}</th>
            <th scope="col" className={styles.number}>
              {m.columnClaims}
            </th>
          </tr>
        </thead>
        <tbody>
          {relabeled.map(({ before, after, claims }) => (
            <tr key={`${before} ${after}`}>
              <td>
                <LabelName project={project} label={before} />
              </td>
              <td>
                <LabelName project={project} label={after} />
              </td>
              <td className={styles.number}>{count(claims)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Agreement({ agreement }: { agreement: ComparisonFigures["agreement"] }) {
  const known = agreement.filter(({ variable }) => isVariable(variable));
  if (known.length === 0) return null;
  const words = exportMessages.agreement;
  const rows = known.flatMap(({ variable, before, after, difference }) =>
    [["before", before] as const, ["after", after] as const].map(([when, alpha]) => ({
      key: `${variable} ${when}`,
      name: m.when[when](isVariable(variable) ? words.variables[variable] : variable),
      value: alpha?.value ?? null,
      low: alpha?.interval?.low ?? null,
      high: alpha?.interval?.high ?? null,
      text: alpha && alpha.value !== null ? bare(decimals(alpha.value)) : words.undefined,
      // Without a note, the value would stand where that of the other row has its own.
      note: when === "after" && difference !== null ? differenceText(difference) : "\u00a0",
      spoken: intervalWords(alpha),
    })),
  );
  return (
    <section aria-label={m.agreement}>
      <h3>{m.agreement}</h3>
      <div className={styles.chart}>
        <IntervalRows
          label={m.agreement}
          columns={[words.variable, words.alpha, m.difference]}
          rows={rows}
          {...alphaScale(known.flatMap(({ before, after }) => [before, after]))}
        />
      </div>
    </section>
  );
}
