import { type ReactNode, type Ref, useMemo } from "react";
import type { ArticlePreview } from "@/api/types";
import { messages } from "@/app/messages";
import { classes } from "@/lib/classes";
import type { Paragraph } from "@/lib/layout";
import styles from "./Preview.module.css";
import { readingOf } from "./reading";

const m = messages.articles;

type Props = {
  preview: ArticlePreview;
  /** Whether text or title have changed since. */
  isStale: boolean;
  headingRef: Ref<HTMLHeadingElement>;
  children: ReactNode;
};

/** A text as annotators will see it, with the lines that they will not see struck through. */
export function Preview({ preview, isStale, headingRef, children }: Props) {
  const pieces = useMemo(() => readingOf(preview), [preview]);
  const counts = [
    m.claims(preview.claims.length),
    m.linesLeftOut(preview.dropped.length),
    m.words(preview.words),
  ];
  return (
    <>
      <div className={styles.head}>
        <div>
          <h2 ref={headingRef} tabIndex={-1} className={styles.label}>
            {m.previewTitle}
          </h2>
          <p className={styles.counts}>{isStale ? m.previewStale : counts.join(" · ")}</p>
        </div>
        {children}
      </div>
      <article className={classes(styles.article, isStale && styles.stale)} dir="auto">
        <h3 className={styles.title}>{preview.title || m.untitled}</h3>
        {pieces.map((piece) =>
          piece.kind === "paragraph" ? (
            <Kept key={`kept-${piece.start}`} paragraph={piece.paragraph} />
          ) : (
            <p key={`dropped-${piece.start}`} className={styles.dropped}>
              <span className={styles.reason}>{m.leftOut(piece.reason)}</span> <s>{piece.text}</s>
            </p>
          ),
        )}
      </article>
    </>
  );
}

function Kept({ paragraph }: { paragraph: Paragraph }) {
  return (
    <p dir="auto">
      {paragraph.runs.map((run) => (
        <span key={`${run.claims.join()}:${run.text}`}>
          {run.firsts.map((index) => (
            <span key={index} className={styles.number}>
              <span className="visually-hidden">{m.claim} </span>
              {index + 1}
            </span>
          ))}
          {run.claims.length > 0 ? <span className={styles.claim}>{run.text}</span> : run.text}
        </span>
      ))}
    </p>
  );
}
