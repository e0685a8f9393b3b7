import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { type AnswerOutbox, answerFrom, isConflict, type RefusedSave } from "@/api/answers";
import { ApiError } from "@/api/client";
import {
  articleOfAnswer,
  fetchAnnotation,
  giveUp,
  isForGood,
  isReplaced,
  successorsOf,
} from "@/api/conflicts";
import { projectQuery } from "@/api/queries";
import type { Article, Project } from "@/api/types";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { writtenIn } from "@/lib/writtenIn";
import { Button } from "@/ui/Button";
import { CopyButton } from "@/ui/CopyButton";
import { Dialog } from "@/ui/Dialog";
import { Message } from "@/ui/Message";
import { wordsOf } from "./marks";
import styles from "./RefusedDialog.module.css";
import { showClaim } from "./showClaim";
import type { AnnotateStore } from "./store";

const m = panelMessages.decisions;
const REASONS: Readonly<Record<string, string>> = m.why;

type Props = {
  project: Project;
  outbox: AnswerOutbox;
  store: AnnotateStore;
  onClose: () => void;
};

/** What the server would not take, for whatever reason but a change elsewhere. */
export function RefusedDialog({ project, outbox, store, onClose }: Props) {
  const [hasFailed, fail] = useState(false);
  const start = useRef<HTMLParagraphElement>(null);
  const refused = outbox.getState().refused.filter((refusal) => !isConflict(refusal));
  const again = refused.filter((refusal) => !isForGood(refusal));
  const { length } = refused;
  useEffect(() => {
    // It would open by itself, in the middle of work, with the next refusal.
    if (length === 0) onClose();
  }, [length, onClose]);
  useEffect(() => {
    // The button that was pressed has gone with its answer: reading begins here again.
    if (length > 0 && document.activeElement === document.body) start.current?.focus();
  }, [length]);
  const takeServers = async (refusal: RefusedSave) => {
    const { payload } = refusal;
    fail(false);
    try {
      const kept = await fetchAnnotation(payload);
      giveUp(outbox, refusal);
      store.take(payload.claim, kept && answerFrom(kept), kept?.client_id ?? null);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      fail(true);
    }
  };
  const remove = (refusal: RefusedSave, article: Article | undefined) => {
    giveUp(outbox, refusal);
    store.take(refusal.payload.claim, null, null);
    if (article) showClaim(store, outbox, article, null);
  };
  const goTo = (article: Article, claim: number) => {
    onClose();
    showClaim(store, outbox, article, claim);
  };
  return (
    <Dialog title={m.refusedTitle} closeLabel={messages.app.close} onClose={onClose}>
      <p ref={start} tabIndex={-1} className={styles.text}>
        {m.refusedText}
      </p>
      {again.length > 1 && (
        <Button className={styles.all} onClick={() => outbox.requeue(again)}>
          {m.sendAllAgain(again.length)}
        </Button>
      )}
      {hasFailed && <Message tone="error">{m.notTaken}</Message>}
      <ul className={styles.list}>
        {refused.map((refusal) => (
          <Refused
            key={refusal.id}
            project={project}
            refusal={refusal}
            onGo={goTo}
            onAgain={() => outbox.retry(refusal.id)}
            onServers={() => void takeServers(refusal)}
            onRemove={(article) => remove(refusal, article)}
            onLeave={onClose}
          />
        ))}
      </ul>
    </Dialog>
  );
}

type RefusedProps = {
  project: Project;
  refusal: RefusedSave;
  onGo: (article: Article, claim: number) => void;
  onAgain: () => void;
  onServers: () => void;
  onRemove: (article: Article | undefined) => void;
  onLeave: () => void;
};

/** One answer, why it was refused, and what can come of it. */
function Refused(props: RefusedProps) {
  const { project, refusal, onGo, onAgain, onServers, onRemove, onLeave } = props;
  const { payload, code, reason } = refusal;
  const { answer, quote, number } = payload;
  const isGone = isReplaced(refusal);
  const isOver = isForGood(refusal);
  const { data } = useQuery({ ...articleOfAnswer(payload.article), staleTime: 0 });
  const article = isOver ? data : undefined;
  const elsewhere = data && data.project !== project.slug ? data.project : "";
  const { data: other } = useQuery({ ...projectQuery(elsewhere), enabled: elsewhere !== "" });
  const places =
    article?.project !== project.slug
      ? []
      : isGone
        ? successorsOf(payload, article)
        : article.claims.filter(({ id }) => id === payload.claim);
  const said = [
    answer ? m.refusedAnswer(wordsOf(answer, other ?? project)) : m.refusedUndo,
    ...(answer?.note ? [m.refusedNote(answer.note)] : []),
  ];
  return (
    <li>
      <blockquote dir="auto" {...(data && writtenIn(data))}>
        {quote}
      </blockquote>
      {elsewhere && (
        <p className={styles.text}>
          <Link href={`/projects/${elsewhere}/annotate`} onClick={onLeave}>
            {m.ofProject(other?.name ?? elsewhere)}
          </Link>
        </p>
      )}
      {said.map((line) => (
        <p key={line} className={styles.text}>
          {line}
        </p>
      ))}
      <p className={styles.reason}>
        {REASONS[code] ?? reason}{" "}
        {isGone && article && (places.length > 0 ? m.replaced : m.excluded)}
      </p>
      <div className={styles.buttons}>
        {article &&
          places.map((place) => (
            <Button key={place.id} onClick={() => onGo(article, place.id)}>
              {m.goToClaim(place.number)}
            </Button>
          ))}
        {!isOver && <Button onClick={onAgain}>{m.sendAgain}</Button>}
        {isGone ? (
          <>
            <CopyButton
              text={[quote, ...said].join("\n")}
              label={m.copy}
              copiedLabel={messages.app.copied}
              failedLabel={messages.app.copyFailed}
              description={m.copyOf(number)}
            />
            <Button variant="quiet" onClick={() => onRemove(article)}>
              {m.remove}
            </Button>
          </>
        ) : (
          <Button variant="quiet" onClick={onServers}>
            {m.takeServers}
          </Button>
        )}
      </div>
    </li>
  );
}
