import { Link } from "wouter";
import { messages } from "@/app/messages";
import { Button } from "@/ui/Button";
import styles from "./EndOfQueue.module.css";

const m = messages.annotate;

type Props = {
  answered: number;
  available: number;
  unsent: number;
  isLooking: boolean;
  onLook: () => void;
  onBack: (() => void) | null;
};

export function EndOfQueue({ answered, available, unsent, isLooking, onLook, onBack }: Props) {
  return (
    <div className={styles.page}>
      <h1>{m.nothingWaiting}</h1>
      <p className={styles.text}>{unsent > 0 ? m.unsentRest(unsent) : m.nothingWaitingText}</p>
      <p className={styles.total}>{m.ownTotal(answered, available)}</p>
      <div className={styles.buttons}>
        <Button variant="primary" busy={isLooking} onClick={onLook}>
          {m.lookAgain}
        </Button>
        {onBack && <Button onClick={onBack}>{m.lastArticle}</Button>}
        <Link href="/" className={styles.link}>
          {messages.app.backToProjects}
        </Link>
      </div>
    </div>
  );
}
