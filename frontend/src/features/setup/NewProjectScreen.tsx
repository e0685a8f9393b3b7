import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "@/api/queries";
import { messages } from "@/app/messages";
import { setupMessages } from "@/app/messages/setup";
import { ButtonLink } from "@/ui/ButtonLink";
import { EmptyState } from "@/ui/EmptyState";
import { NewProjectForm } from "./NewProjectForm";
import styles from "./NewProjectScreen.module.css";

const m = setupMessages.newProject;

export function NewProjectScreen() {
  const user = useQuery(sessionQuery).data?.user;
  return (
    <div className="page">
      <title>{messages.app.pageTitle(m.title)}</title>
      <h1>{m.title}</h1>
      {user?.creates_projects ? (
        <>
          <p className={styles.intro}>{m.intro}</p>
          <NewProjectForm />
        </>
      ) : (
        <div className={styles.refused}>
          <EmptyState title={m.notYours} text={m.notYoursText}>
            <ButtonLink href="/">{m.backToProjects}</ButtonLink>
          </EmptyState>
        </div>
      )}
    </div>
  );
}
