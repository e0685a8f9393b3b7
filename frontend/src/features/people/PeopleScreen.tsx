import { messages } from "@/app/messages";
import { peopleMessages } from "@/app/messages/people";

const m = peopleMessages.people;

export function PeopleScreen() {
  return (
    <div className="page">
      <title>{messages.app.pageTitle(m.title)}</title>
      <h1>{m.title}</h1>
    </div>
  );
}
