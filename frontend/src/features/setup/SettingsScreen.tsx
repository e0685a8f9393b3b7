import { useParams } from "wouter";
import type { Project } from "@/api/types";
import { setupMessages } from "@/app/messages/setup";
import { isJustBegun, NextSteps } from "@/parts/settings/NextSteps";
import { SettingsPage } from "@/parts/settings/SettingsPage";
import { ConfidencePanel } from "./ConfidencePanel";
import { NamePanel } from "./NamePanel";
import { OverlapPanel } from "./OverlapPanel";
import styles from "./SettingsScreen.module.css";
import { SourceTypesForm } from "./SourceTypesForm";
import { StatePanel } from "./StatePanel";
import { SuggestionsPanel } from "./SuggestionsPanel";
import { SeenSettings, useSeenSettings } from "./saving";

const m = setupMessages;

/** The settings of a project: what is general, or its source types. */
export function SettingsScreen({ project }: { project: Project }) {
  const { part } = useParams<{ part?: string }>();
  const seen = useSeenSettings(project);
  if (part === "source-types") {
    return (
      <SettingsPage project={project} title={m.sourceTypes.title} intro={m.sourceTypes.intro}>
        <SourceTypesForm project={project} />
      </SettingsPage>
    );
  }
  return (
    <SettingsPage project={project} title={m.settings.general} intro={m.general.intro}>
      <SeenSettings value={seen}>
        <div className={styles.panels}>
          {isJustBegun(project) && (
            <div className={styles.wide}>
              <NextSteps project={project} />
            </div>
          )}
          <div className={styles.column}>
            <NamePanel project={project} />
            <OverlapPanel project={project} />
            <SuggestionsPanel project={project} />
          </div>
          <div className={styles.column}>
            <StatePanel project={project} />
            <ConfidencePanel project={project} />
          </div>
        </div>
      </SeenSettings>
    </SettingsPage>
  );
}
