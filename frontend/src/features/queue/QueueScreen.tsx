import { useQuery } from "@tanstack/react-query";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { leadMessages } from "@/app/messages/leads";
import { Button } from "@/ui/Button";
import { ButtonLink } from "@/ui/ButtonLink";
import { EmptyState } from "@/ui/EmptyState";
import { Message } from "@/ui/Message";
import { Skeleton, useDelay } from "@/ui/Skeleton";
import { OrderPanel } from "./OrderPanel";
import { PeoplePanel } from "./PeoplePanel";
import styles from "./QueueScreen.module.css";
import { settingsQuery } from "./queries";
import { SuggestionsPanel } from "./SuggestionsPanel";

const m = leadMessages.queue;

export function QueueScreen({ project }: { project: Project }) {
  return (
    <div className="page">
      <title>{messages.app.pageTitle(`${m.title}, ${project.name}`)}</title>
      <div className={styles.head}>
        <h1>{m.title}</h1>
        <p className={styles.intro}>{m.intro}</p>
      </div>
      {project.role === "lead" ? (
        <Panels slug={project.slug} />
      ) : (
        <EmptyState title={m.leadOnly}>
          <ButtonLink href={`/projects/${project.slug}`}>{m.backToDashboard}</ButtonLink>
        </EmptyState>
      )}
    </div>
  );
}

function Panels({ slug }: { slug: string }) {
  const settings = useQuery(settingsQuery(slug));
  if (settings.data) {
    return (
      <div className={styles.panels}>
        <div className={styles.settings}>
          <OrderPanel slug={slug} known={settings.data} />
          <SuggestionsPanel slug={slug} known={settings.data} />
        </div>
        <PeoplePanel slug={slug} />
      </div>
    );
  }
  if (!settings.isError) return <Loading />;
  return (
    <Message
      tone="error"
      action={
        <Button busy={settings.isFetching} onClick={() => void settings.refetch()}>
          {messages.app.tryAgain}
        </Button>
      }
    >
      {m.failed}
    </Message>
  );
}

function Loading() {
  const late = useDelay();
  if (!late) return null;
  return (
    <div className={styles.panels} aria-busy>
      <p className="visually-hidden">{m.loading}</p>
      <div className={styles.settings}>
        <Skeleton height={360} className={styles.bone} />
        <Skeleton height={360} className={styles.bone} />
      </div>
      <Skeleton height={260} className={styles.bone} />
    </div>
  );
}
