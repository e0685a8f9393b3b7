import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { ButtonLink } from "@/ui/ButtonLink";
import styles from "./EndOfQueue.module.css";

const m = panelMessages.lookingOn;

/** For members who do not annotate: what their role is, and where they can go. */
export function LookingOn({ project }: { project: Pick<Project, "slug" | "name"> }) {
  const home = `/projects/${project.slug}`;
  return (
    <section className={styles.page}>
      <h1>{m.title}</h1>
      <p className={styles.text}>{m.text(project.name)}</p>
      <div className={styles.buttons}>
        <ButtonLink href={home} variant="primary">
          {messages.app.dashboard}
        </ButtonLink>
        <ButtonLink href={`${home}/guidelines`}>{messages.app.guidelines}</ButtonLink>
      </div>
    </section>
  );
}
