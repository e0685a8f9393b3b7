import type { UseQueryResult } from "@tanstack/react-query";
import type { Progress, Project } from "@/api/types";
import { messages } from "@/app/messages";
import { leadMessages } from "@/app/messages/leads";
import { Button } from "@/ui/Button";
import { ButtonLink } from "@/ui/ButtonLink";
import { EmptyState } from "@/ui/EmptyState";
import { Message } from "@/ui/Message";
import { Panel } from "@/ui/Panel";
import { Skeleton, useDelay } from "@/ui/Skeleton";
import styles from "./People.module.css";
import { PeoplePanel } from "./PeoplePanel";

const m = leadMessages.dashboard;

type Props = { project: Project; progress: UseQueryResult<Progress> };

/** How far everybody is; where there is nothing to be far in, how to begin. */
export function People({ project, progress }: Props) {
  const late = useDelay();
  if (progress.data) {
    const isEmpty = progress.data.articles === 0;
    return (
      <div className={styles.people}>
        {isEmpty && <Beginning project={project} />}
        <PeoplePanel progress={progress.data} />
      </div>
    );
  }
  return (
    <Panel title={m.people}>
      {progress.isError ? (
        <div className={styles.failed}>
          <Message
            tone="error"
            action={
              <Button busy={progress.isFetching} onClick={() => void progress.refetch()}>
                {messages.app.tryAgain}
              </Button>
            }
          >
            {m.failedProgress}
          </Message>
        </div>
      ) : (
        late && (
          <div className={styles.bones}>
            <Skeleton height={20} />
            <Skeleton height={20} />
            <Skeleton height={20} />
          </div>
        )
      )}
    </Panel>
  );
}

function Beginning({ project }: { project: Project }) {
  return (
    <EmptyState title={m.noArticlesTitle} text={m.noArticles}>
      {project.role === "lead" && (
        <ButtonLink variant="primary" href={`/projects/${project.slug}/articles/new`}>
          {m.importArticle}
        </ButtonLink>
      )}
    </EmptyState>
  );
}
