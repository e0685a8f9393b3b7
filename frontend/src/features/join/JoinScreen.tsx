import { messages } from "@/app/messages";
import { entryMessages } from "@/app/messages/entry";

const m = entryMessages.join;

export function JoinScreen() {
  return (
    <div className="page">
      <title>{messages.app.pageTitle(m.title)}</title>
      <h1>{m.title}</h1>
    </div>
  );
}
