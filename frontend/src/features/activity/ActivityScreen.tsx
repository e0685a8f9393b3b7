import { messages } from "@/app/messages";
import { peopleMessages } from "@/app/messages/people";

const m = peopleMessages.activity;

export function ActivityScreen() {
  return (
    <div className="page">
      <title>{messages.app.pageTitle(m.title)}</title>
      <h1>{m.title}</h1>
    </div>
  );
}
