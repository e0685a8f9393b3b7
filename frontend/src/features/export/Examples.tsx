import { useState } from "react";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { exportMessages } from "@/app/messages/export";
import { Button } from "@/ui/Button";
import styles from "./Examples.module.css";
import { LabelName } from "./LabelName";
import { RadioRow } from "./RadioRow";
import type { Change, ComparisonFigures } from "./types";

const m = exportMessages.comparing;
const CHANGES: readonly Change[] = ["relabeled", "added", "removed"];
const AT_FIRST = 8;

type Props = { project: Project; examples: ComparisonFigures["examples"] };

/** Claims that changed, by what happened to them. */
export function Examples({ project, examples }: Props) {
  const there = CHANGES.filter((change) => examples.some((one) => one.change === change));
  const [wanted, choose] = useState<Change>();
  const [most, show] = useState(AT_FIRST);
  const change = wanted ?? there[0] ?? "relabeled";
  const of = examples.filter((one) => one.change === change);
  return (
    <section aria-label={m.examples} className={styles.examples}>
      <h3>{m.examples}</h3>
      {there.length > 1 && (
        <RadioRow
          legend={m.which}
          options={there.map((one) => [one, m.changes[one]] as const)}
          chosen={change}
          onChoose={(one) => {
            choose(one);
            show(AT_FIRST);
          }}
        />
      )}
      <ul className={styles.list}>
        {of.slice(0, most).map((one) => (
          <li key={one.claim_id}>
            <p className={styles.quote} dir="auto">
              {one.quote}
            </p>
            <p className={styles.about}>
              {one.change !== "added" && <LabelName project={project} label={one.before} />}
              {one.change === "relabeled" && (
                <span role="img" aria-label={m.becomes}>
                  →
                </span>
              )}
              {one.change !== "removed" && <LabelName project={project} label={one.after} />}
              <bdi className={styles.title}>{one.article_title || m.untitled}</bdi>
            </p>
          </li>
        ))}
      </ul>
      {of.length > most && (
        <Button onClick={() => show(most + 4 * AT_FIRST)}>{messages.app.showMore}</Button>
      )}
    </section>
  );
}
