import { useQuery } from "@tanstack/react-query";
import type { Project } from "@/api/types";
import { messages } from "@/app/messages";
import { leadMessages } from "@/app/messages/leads";
import { SettingsPage } from "@/parts/settings/SettingsPage";
import { Button } from "@/ui/Button";
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
    <SettingsPage project={project} title={m.title} intro={m.intro}>
      <Panels slug={project.slug} />
    </SettingsPage>
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
