import { useEffect, useId, useRef } from "react";
import { Link } from "wouter";
import type { ProjectSummary } from "@/api/types";
import { messages } from "@/app/messages";
import { projectMessages } from "@/app/messages/projects";
import { ButtonLink } from "@/ui/ButtonLink";
import { ProgressBar } from "@/ui/ProgressBar";
import styles from "./ProjectCard.module.css";
import { factsOf, isWaiting, partOf, progressOf } from "./summary";

const m = projectMessages;

type Props = {
  project: ProjectSummary;
  takesFocus: boolean;
  /** Whether it is shown as it was kept on the device: there is only annotating then. */
  isKept: boolean;
};

export function ProjectCard({ project, takesFocus, isKept }: Props) {
  const heading = useId();
  return (
    <article className={styles.card} aria-labelledby={heading}>
      <div className={styles.head}>
        <h2 id={heading} className={styles.name}>
          {project.name}
        </h2>
        <span className={styles.role}>{m.roles[project.role]}</span>
        {m.states[project.state] && <span className={styles.role}>{m.states[project.state]}</span>}
      </div>
      {isKept ? (
        <p className={styles.facts}>{m.articlesKept(project.articles)}</p>
      ) : (
        <Figures project={project} />
      )}
      {isKept || project.role === "annotator" ? (
        <Continue project={project} takesFocus={takesFocus} isKept={isKept} />
      ) : (
        <Links project={project} />
      )}
    </article>
  );
}

function Figures({ project }: { project: ProjectSummary }) {
  const isAnnotator = project.role === "annotator";
  const { text, value, max } = isAnnotator ? partOf(project) : progressOf(project);
  const bar = isAnnotator ? m.yourPartBar : m.allAnswersBar;
  return (
    <>
      <p className={styles.facts}>
        {factsOf(project).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <div className={styles.progress}>
        <ProgressBar value={value} max={max} label={bar(project.name)} className={styles.bar} />
        <span>{text}</span>
      </div>
    </>
  );
}

function Continue({ project, takesFocus, isKept }: Props) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // After the frame in which the shell puts the focus on the new page.
    const frame = takesFocus && requestAnimationFrame(() => link.current?.focus());
    return () => {
      if (frame) cancelAnimationFrame(frame);
    };
  }, [takesFocus]);
  const waits = isKept || isWaiting(project);
  const word = !isKept && project.mine.answered === 0 ? m.start : m.continue;
  const action = waits ? word : m.open;
  return (
    <ButtonLink
      ref={link}
      variant={waits ? "primary" : "plain"}
      href={`/projects/${project.slug}/annotate`}
      aria-label={m.actionIn(action, project.name)}
      className={styles.action}
    >
      {action}
    </ButtonLink>
  );
}

function Links({ project }: { project: ProjectSummary }) {
  const base = `/projects/${project.slug}`;
  const { dashboard, articles, annotate } = messages.app;
  const links = [
    [base, dashboard],
    [`${base}/articles`, articles],
    ...(project.role === "lead" ? [[`${base}/annotate`, annotate] as const] : []),
  ] as const;
  return (
    <ul className={styles.links}>
      {links.map(([href, name]) => (
        <li key={href}>
          <Link href={href} aria-label={m.actionIn(name, project.name)}>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}
