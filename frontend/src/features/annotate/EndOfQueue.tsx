import { type ReactNode, useEffect, useId, useRef } from "react";
import { Link } from "wouter";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { Button } from "@/ui/Button";
import { ProgressBar } from "@/ui/ProgressBar";
import styles from "./EndOfQueue.module.css";

const m = panelMessages.end;

type Props = {
  answered: number;
  available: number;
  /** Null until it is known. */
  today: number | null;
  project: Pick<Project, "state" | "answers" | "answers_needed">;
  unsent: number;
  isLooking: boolean;
  hasFailed: boolean;
  onLook: () => void;
  onBack: (() => void) | null;
};

/** Nothing to do for now: what was done, how far the project is, and when there will be more. */
export function EndOfQueue(props: Props) {
  const { answered, available, today, project, unsent, isLooking, hasFailed, onLook, onBack } =
    props;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The last question went away with the focus, and nothing else would say what has come.
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <section className={styles.page} aria-labelledby={id}>
      <h1 id={id} ref={heading} tabIndex={-1}>
        {m.title}
      </h1>
      <When project={project} unsent={unsent} />
      <dl className={styles.facts}>
        {today !== null && <Fact name={m.today} value={m.answers(today)} />}
        <Fact name={m.total} value={m.ofClaims(answered, available)}>
          <ProgressBar
            className={styles.bar}
            value={answered}
            max={available}
            label={messages.annotate.progress}
          />
        </Fact>
        <Fact name={m.project} value={m.projectOf(project.answers, project.answers_needed)}>
          <ProgressBar
            className={styles.bar}
            value={project.answers}
            max={project.answers_needed}
            label={m.project}
          />
        </Fact>
      </dl>
      {hasFailed && !isLooking && <p role="alert">{messages.annotate.failed}</p>}
      <div className={styles.buttons}>
        <Button variant="primary" busy={isLooking} onClick={onLook}>
          {isLooking ? m.looking : m.look}
        </Button>
        {onBack && <Button onClick={onBack}>{m.back}</Button>}
        <Link href="/" className={styles.link}>
          {messages.app.backToProjects}
        </Link>
      </div>
    </section>
  );
}

/** When more is likely to come. */
function When({ project, unsent }: Pick<Props, "project" | "unsent">) {
  const missing = project.answers_needed - project.answers;
  if (unsent > 0) return <p className={styles.text}>{m.unsent(unsent)}</p>;
  if (project.state !== "open") return <p className={styles.text}>{m[project.state]}</p>;
  return (
    <div className={styles.text}>
      <p>{m.whenTitle}</p>
      <ul>
        <li>{m.whenAdded}</li>
        {missing > 0 && <li>{m.whenLapsed(missing)}</li>}
      </ul>
    </div>
  );
}

type FactProps = { name: string; value: string; children?: ReactNode };

function Fact({ name, value, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span>{value}</span>
        {children}
      </dd>
    </div>
  );
}
