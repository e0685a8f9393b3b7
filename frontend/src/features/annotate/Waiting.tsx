import { Link } from "wouter";
import { messages } from "@/app/messages";
import { Button } from "@/ui/Button";
import { Skeleton, useDelay } from "@/ui/Skeleton";
import endStyles from "./EndOfQueue.module.css";
import styles from "./Workspace.module.css";

const m = messages.annotate;
const LINES = ["100%", "94%", "98%", "60%"];

/** The places of article and card, while neither is there. */
export function LoadingArticle() {
  const isLate = useDelay();
  if (!isLate) return null;
  return (
    <div className={styles.page}>
      <p role="status" className="visually-hidden">
        {m.loading}
      </p>
      <div className={styles.bones}>
        <Skeleton width="12rem" height={16} />
        <Skeleton width="90%" height={40} />
        <Skeleton width="60%" height={40} />
        {[1, 2, 3].map((paragraph) => (
          <div key={paragraph} className={styles.boneLines}>
            {LINES.map((width) => (
              <Skeleton key={width} width={width} height={20} />
            ))}
          </div>
        ))}
      </div>
      <div className={styles.side}>
        <Skeleton height={600} className={styles.boneCard} />
      </div>
    </div>
  );
}

type FailedProps = { reason: string | null; onRetry: () => void };

export function FailedArticle({ reason, onRetry }: FailedProps) {
  return (
    <div className={endStyles.page}>
      <h1>{m.failedTitle}</h1>
      <p className={endStyles.text}>{reason ?? m.failed}</p>
      <div className={endStyles.buttons}>
        <Button variant="primary" onClick={onRetry}>
          {messages.app.tryAgain}
        </Button>
        <Link href="/" className={endStyles.link}>
          {messages.app.backToProjects}
        </Link>
      </div>
    </div>
  );
}
