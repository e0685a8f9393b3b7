import { useQuery } from "@tanstack/react-query";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { revisionQuery } from "@/parts/guidelines/queries";
import { RevisionDiff } from "@/parts/guidelines/RevisionDiff";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Message } from "@/ui/Message";
import styles from "./GuidelineNotice.module.css";

const m = panelMessages.guide;

type Props = {
  slug: string;
  /** The newest revision that was read. */
  from: number;
  /** The revision in force. */
  to: number;
  onRead: () => void;
  /** Called in place of that where it could not be loaded. */
  onClose: () => void;
};

/** What has changed in the guidelines since they were read, before the next claim. */
export function GuidelineNotice({ slug, from, to, onRead, onClose }: Props) {
  const before = useQuery(revisionQuery(slug, from));
  const after = useQuery(revisionQuery(slug, to));
  const isThere = after.data !== undefined && before.data !== undefined;
  const hasFailed = after.isError || before.isError;
  const goOn = isThere ? onRead : onClose;
  return (
    <Dialog title={m.noticeTitle} closeLabel={messages.app.close} onClose={goOn} wide>
      <p className={styles.text}>{m.noticeText(from, to)}</p>
      {after.data?.change_note && <p className={styles.note}>{after.data.change_note}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keys must reach it */}
      <section className={styles.body} tabIndex={0} aria-label={m.title}>
        {hasFailed ? (
          <Message
            tone="warn"
            action={
              <Button
                onClick={() => {
                  void after.refetch();
                  void before.refetch();
                }}
              >
                {messages.app.tryAgain}
              </Button>
            }
          >
            {m.failed} {m.noticeOffline}
          </Message>
        ) : isThere ? (
          <RevisionDiff before={before.data.body} after={after.data.body} />
        ) : (
          <p>{m.loading}</p>
        )}
      </section>
      <div className={styles.foot}>
        <Button variant="primary" onClick={goOn} data-autofocus>
          {m.goOn}
        </Button>
        <span className={styles.hint}>{m.goOnHint}</span>
      </div>
    </Dialog>
  );
}
