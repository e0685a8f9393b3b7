import Check from "lucide-react/icons/check";
import { Link } from "wouter";
import type { Project } from "@/api/types";
import { setupMessages } from "@/app/messages/setup";
import { Panel } from "@/ui/Panel";
import styles from "./NextSteps.module.css";

const m = setupMessages.nextSteps;

type Props = { project: Pick<Project, "slug" | "people" | "articles"> };

/** What a new project still needs; for leads. */
export function NextSteps({ project }: Props) {
  const base = `/projects/${project.slug}`;
  const steps = [
    { name: m.invite, text: m.inviteText, href: `${base}/people`, isDone: project.people > 1 },
    {
      name: m.import,
      text: m.importText,
      href: `${base}/articles/new`,
      isDone: project.articles > 0,
    },
    { name: m.read, text: m.readText, href: `${base}/guidelines`, isDone: false },
  ];
  return (
    <Panel title={m.title} text={m.text}>
      <ol className={styles.steps}>
        {steps.map(({ name, text, href, isDone }, index) => (
          <li key={href} className={styles.step}>
            <span className={styles.number} aria-hidden>
              {isDone ? <Check size={16} /> : index + 1}
            </span>
            <div>
              <Link href={href} className={styles.name}>
                {name}
              </Link>
              {isDone && <span className={styles.done}> {m.done}</span>}
              <p className={styles.text}>{text}</p>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** Whether a project has still nobody or nothing to work with. */
export function isJustBegun({ people, articles }: Pick<Project, "people" | "articles">): boolean {
  return people < 2 || articles === 0;
}
