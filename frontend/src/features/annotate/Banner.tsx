import { messages } from "@/app/messages";
import { Button } from "@/ui/Button";
import { Message } from "@/ui/Message";
import type { Loss } from "./state";
import styles from "./Workspace.module.css";

const m = messages.annotate;

type Props = { loss: Loss | null; isClosed: boolean; onGoOn: () => void };

/** Says that an answer to this article may be one too many, and that nothing given is lost. */
export function Banner({ loss, isClosed, onGoOn }: Props) {
  return (
    <div className={styles.banner}>
      <Message tone="warn" action={!isClosed && <Button onClick={onGoOn}>{m.goOn}</Button>}>
        {isClosed ? m.closed : loss === "withdrawn" ? m.withdrawn : m.released}
      </Message>
    </div>
  );
}
