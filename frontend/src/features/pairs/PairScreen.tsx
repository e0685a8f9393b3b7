import { messages } from "@/app/messages";
import { figuresMessages } from "@/app/messages/figures";

const m = figuresMessages.pair;

export function PairScreen() {
  return (
    <div className="page">
      <title>{messages.app.pageTitle(m.title)}</title>
      <h1>{m.title}</h1>
    </div>
  );
}
