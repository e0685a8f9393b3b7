import { panelMessages } from "@/app/messages/panels";
import { Button } from "@/ui/Button";
import { Message } from "@/ui/Message";
import type { Loss } from "./state";
import styles from "./Workspace.module.css";

const m = panelMessages.banner;

type Props = {
  loss: Loss | null;
  isClosed: boolean;
  /** How many answers were refused because the project was closed. */
  kept: number;
  onGoOn: () => void;
  onSendAgain: () => void;
};

/** Says that answers are not taken now, or may be one too many, and that nothing given is lost. */
export function Banner({ loss, isClosed, kept, onGoOn, onSendAgain }: Props) {
  return (
    <div className={styles.banner}>
      {isClosed ? (
        <Message tone="warn">{m.closed(kept)}</Message>
      ) : kept > 0 ? (
        <Message
          tone="info"
          action={
            <Button variant="primary" onClick={onSendAgain}>
              {m.sendAgain(kept)}
            </Button>
          }
        >
          {m.reopened(kept)}
        </Message>
      ) : (
        <Message tone="warn" action={<Button onClick={onGoOn}>{m.goOn}</Button>}>
          {loss === "withdrawn" ? m.withdrawn : m.released}
        </Message>
      )}
    </div>
  );
}
