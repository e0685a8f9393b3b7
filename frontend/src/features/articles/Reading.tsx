import { useEffect, useRef } from "react";
import type { ArticlePreview } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { Button } from "@/ui/Button";
import { Skeleton } from "@/ui/Skeleton";
import editor from "./Editor.module.css";
import styles from "./Reading.module.css";
import { previewArticle, type Source } from "./requests";
import { useArrival } from "./useArrival";

const m = leadMessages.articles;

type Props = {
  slug: string;
  source: Source;
  onRead: (preview: ArticlePreview) => void;
  onFailed: (error: Error) => void;
  onStop: () => void;
};

/** Have the server read a text or a file, in the shape of what comes next. */
export function Reading({ slug, source, onRead, onFailed, onStop }: Props) {
  const heading = useArrival();
  const handlers = useRef({ onRead, onFailed });
  useEffect(() => {
    handlers.current = { onRead, onFailed };
  });
  useEffect(() => {
    const abort = new AbortController();
    const read = async () => {
      try {
        const preview = await previewArticle(slug, source, abort.signal);
        if (!abort.signal.aborted) handlers.current.onRead(preview);
      } catch (error) {
        if (!abort.signal.aborted) handlers.current.onFailed(error as Error);
      }
    };
    void read();
    return () => abort.abort();
  }, [slug, source]);
  return (
    <div aria-busy>
      <div className={styles.head}>
        <div>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {"file" in source ? m.reading(source.file.name) : m.readingText}
          </h1>
          <p className={styles.text}>{m.readingHint}</p>
        </div>
        <Button onClick={onStop}>{m.stopReading}</Button>
      </div>
      <div className={editor.columns}>
        <div className={editor.bones}>
          {LINES.map((width, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all there is of them
            <Skeleton key={index} height={18} width={width} />
          ))}
        </div>
        <div className={styles.card}>
          <Skeleton height={380} />
        </div>
      </div>
    </div>
  );
}

const LINES = [
  "70%",
  "100%",
  "96%",
  "98%",
  "60%",
  "100%",
  "94%",
  "97%",
  "100%",
  "45%",
  "98%",
  "72%",
];
