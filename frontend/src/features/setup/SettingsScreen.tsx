import { messages } from "@/app/messages";
import { setupMessages } from "@/app/messages/setup";

const m = setupMessages.settings;

export function SettingsScreen() {
  return (
    <div className="page">
      <title>{messages.app.pageTitle(m.title)}</title>
      <h1>{m.title}</h1>
    </div>
  );
}
