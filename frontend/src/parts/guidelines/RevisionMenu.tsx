import { useId } from "react";
import { panelMessages } from "@/app/messages/panels";
import { date } from "@/lib/time";
import { Button } from "@/ui/Button";
import styles from "./RevisionMenu.module.css";

const m = panelMessages.guide;

/** Which revision is read, null being the one in force, and which one it is compared with. */
export type Reading = { readonly revision: number | null; readonly comparedWith: number | null };

type Revision = { readonly number: number; readonly created_at: string };
type Props = {
  revisions: readonly Revision[];
  inForce: number;
  reading: Reading;
  onRead: (reading: Reading) => void;
};

export function RevisionMenu({ revisions, inForce, reading, onRead }: Props) {
  const menu = useId();
  const compared = useId();
  if (revisions.length < 2) {
    return <p className={styles.revision}>{m.revisionNumber(inForce)}</p>;
  }
  const shown = reading.revision ?? inForce;
  const others = revisions.filter(({ number }) => number !== shown);
  const read = (number: number) => {
    const isComparing = reading.comparedWith !== null;
    onRead({
      revision: number === inForce ? null : number,
      comparedWith: isComparing ? partnerOf(number, inForce, revisions) : null,
    });
  };
  return (
    <div className={styles.revisions}>
      <label htmlFor={menu}>{m.revision}</label>
      <select id={menu} value={shown} onChange={(event) => read(Number(event.target.value))}>
        {revisions.map((revision) => (
          <Option key={revision.number} revision={revision} inForce={inForce} />
        ))}
      </select>
      <Button
        aria-pressed={reading.comparedWith !== null}
        className={styles.compare}
        onClick={() =>
          onRead({
            ...reading,
            comparedWith:
              reading.comparedWith === null ? partnerOf(shown, inForce, revisions) : null,
          })
        }
      >
        {m.compare}
      </Button>
      {reading.comparedWith !== null && (
        <>
          <label htmlFor={compared}>{m.compareWith}</label>
          <select
            id={compared}
            value={reading.comparedWith}
            onChange={(event) => onRead({ ...reading, comparedWith: Number(event.target.value) })}
          >
            {others.map((revision) => (
              <Option key={revision.number} revision={revision} inForce={inForce} />
            ))}
          </select>
        </>
      )}
      {shown !== inForce && reading.comparedWith === null && (
        <p className={styles.older}>
          {m.older(shown)}{" "}
          <button type="button" onClick={() => read(inForce)}>
            {m.toInForce}
          </button>
        </p>
      )}
    </div>
  );
}

function Option({ revision, inForce }: { revision: Revision; inForce: number }) {
  const { number, created_at } = revision;
  return (
    <option value={number}>{m.revisionOption(number, date(created_at), number === inForce)}</option>
  );
}

/** An older revision is compared with the one in force, that one with the one before it. */
function partnerOf(shown: number, inForce: number, revisions: readonly Revision[]): number {
  if (shown !== inForce) return inForce;
  return Math.max(...revisions.map(({ number }) => number).filter((number) => number < shown));
}
