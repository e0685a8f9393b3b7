import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "@/api/queries";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { classes } from "@/lib/classes";
import { Panel } from "@/ui/Panel";
import styles from "./AccountScreen.module.css";
import { KeyboardPanel } from "./KeyboardPanel";
import { LanguagePanel } from "./LanguagePanel";
import { Tokens } from "./Tokens";

const m = panelMessages.account;

export function AccountScreen() {
  const user = useQuery(sessionQuery).data?.user;
  return (
    <div className={classes("page", styles.page)}>
      <title>{messages.app.pageTitle(m.title)}</title>
      <h1>{m.title}</h1>
      {user && (
        <Panel title={m.you} text={m.youHint}>
          <dl className={styles.facts}>
            <div>
              <dt>{m.name}</dt>
              <dd>{user.name}</dd>
            </div>
            <div>
              <dt>{m.email}</dt>
              <dd>{user.email}</dd>
            </div>
          </dl>
        </Panel>
      )}
      <LanguagePanel />
      <KeyboardPanel />
      <Tokens />
    </div>
  );
}
