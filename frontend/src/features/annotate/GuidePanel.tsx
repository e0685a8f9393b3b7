import { useQuery } from "@tanstack/react-query";
import X from "lucide-react/icons/x";
import { Suspense, useEffect, useRef } from "react";
import { ApiError } from "@/api/client";
import { guidelinesQuery } from "@/api/queries";
import { messages } from "@/app/messages";
import { Button, IconButton } from "@/ui/Button";
import { LazyMarkdown } from "@/ui/LazyMarkdown";
import { Message } from "@/ui/Message";
import styles from "./GuidePanel.module.css";

const m = messages.annotate;

type Props = { slug: string; onClose: () => void };

/** The guidelines beside the question, which can still be answered. */
export function GuidePanel({ slug, onClose }: Props) {
  const guidelines = useQuery(guidelinesQuery(slug));
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const isMissing = guidelines.error instanceof ApiError && guidelines.error.status === 404;
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={styles.panel}
      aria-label={m.guideTitle}
      data-scrolls
    >
      <header className={styles.head}>
        <h2>{m.guideTitle}</h2>
        {guidelines.data && <span>{m.guideRevision(guidelines.data.number)}</span>}
        <IconButton label={messages.app.close} onClick={onClose} className={styles.close}>
          <X size={20} aria-hidden />
        </IconButton>
      </header>
      {guidelines.isPending && <p>{m.guideLoading}</p>}
      {isMissing && <p>{m.guideNone}</p>}
      {guidelines.isError && !isMissing && (
        <Message
          tone="error"
          action={
            <Button onClick={() => void guidelines.refetch()}>{messages.app.tryAgain}</Button>
          }
        >
          {m.guideFailed}
        </Message>
      )}
      {guidelines.data && (
        <Suspense fallback={<p>{m.guideLoading}</p>}>
          <LazyMarkdown text={guidelines.data.body} />
        </Suspense>
      )}
    </aside>
  );
}
