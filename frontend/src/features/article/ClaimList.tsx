import { leadMessages } from "@/app/messages/leads";
import { useAddress } from "./address";
import { ClaimCard, type Shared } from "./ClaimCard";
import styles from "./ClaimList.module.css";
import type { AnsweredClaim } from "./queries";
import { Replaced } from "./Replaced";
import { isOf, ONLY, type Standing } from "./standing";

const m = leadMessages.article;

type Props = Shared & {
  claims: readonly AnsweredClaim[];
  standings: ReadonlyMap<number, Standing>;
  onShow: (claim: number) => void;
};

/** The claims with their answers: all, those that people differ on, or those with a remark. */
export function ClaimList({ claims, standings, onShow, ...shared }: Props) {
  const { only, chosen, list } = useAddress();
  const has = (which: (typeof ONLY)[number], { id }: AnsweredClaim) => {
    const standing = standings.get(id);
    return standing !== undefined && isOf(which, standing);
  };
  const found = claims.filter((claim) => has(only, claim));
  // What an address names is shown, whatever else it leaves out.
  const shown = claims.filter((claim) => has(only, claim) || claim.id === chosen);
  const isAnswered = claims.some(({ answers }) => answers.length > 0);
  return (
    <>
      <fieldset className={styles.filter} aria-label={m.filter}>
        {ONLY.map((which) => (
          <button
            key={which}
            type="button"
            aria-pressed={which === only}
            onClick={() => list(which)}
          >
            {m[which](claims.filter((claim) => has(which, claim)).length)}
          </button>
        ))}
      </fieldset>
      {!isAnswered && <p className={styles.none}>{m.unanswered}</p>}
      {isAnswered && found.length === 0 && <p className={styles.none}>{m.none[only]}</p>}
      <ol className={styles.claims}>
        {shown.map((claim) => (
          <li key={claim.id}>
            <ClaimCard
              claim={claim}
              standing={standings.get(claim.id)}
              isChosen={claim.id === chosen}
              onShow={onShow}
              {...shared}
            />
          </li>
        ))}
      </ol>
      <Replaced chosen={chosen} {...shared} />
    </>
  );
}
