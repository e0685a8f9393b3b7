import { useState } from "react";
import { ApiError } from "@/api/client";
import { type Language, savePreferences, usePreferences } from "@/api/preferences";
import { panelMessages } from "@/app/messages/panels";
import { Message } from "@/ui/Message";
import { Panel } from "@/ui/Panel";
import styles from "./KeyboardPanel.module.css";

const m = panelMessages.keys.language;
const failed = panelMessages.keys.settings.failed;
const LANGUAGES: readonly Language[] = ["", "en", "de"];

/** The language of the interface; a page speaks one for as long as it lives. */
export function LanguagePanel() {
  const { language } = usePreferences();
  const [isChanging, setChanging] = useState(false);
  const [problem, setProblem] = useState("");
  const choose = async (chosen: Language) => {
    setChanging(true);
    setProblem("");
    try {
      // Kept on the device if it cannot be sent, so that the new page speaks it all the same.
      await savePreferences({ language: chosen });
      location.reload();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(failed(error.message));
      setChanging(false);
    }
  };
  return (
    <Panel title={m.title} text={m.text}>
      <fieldset className={styles.languages} aria-label={m.label}>
        {LANGUAGES.map((one) => (
          <label key={one} lang={one || undefined}>
            <input
              type="radio"
              name="language"
              checked={language === one}
              disabled={isChanging}
              onChange={() => void choose(one)}
            />
            {m.names[one]}
          </label>
        ))}
      </fieldset>
      {problem && <Message tone="error">{problem}</Message>}
      <p role="status" className={styles.hint}>
        {isChanging && m.changing}
      </p>
    </Panel>
  );
}
