import Flag from "lucide-react/icons/flag";
import { type RefObject, useLayoutEffect, useRef } from "react";
import type { Article, Claim, Project } from "@/api/types";
import { messages } from "@/app/messages";
import styles from "./ClaimCard.module.css";
import { ConfidenceScale } from "./ConfidenceScale";
import type { Context } from "./context";
import { FinishedPart } from "./FinishedPart";
import { MarkRow } from "./MarkRow";
import type { Mark } from "./marks";
import { SourceTypes } from "./SourceTypes";
import { draftOf, type Session } from "./session";
import { type ToolHandlers, Tools } from "./Tools";

const m = messages.annotate;

export type CardHandlers = ToolHandlers & {
  onSource: (key: string) => void;
  onConfidence: (value: number) => void;
  onNextArticle: () => void;
};

type Props = {
  project: Project;
  article: Article;
  claim: Claim;
  session: Session;
  marks: readonly Mark[];
  context: Context;
  handlers: CardHandlers;
};

export function ClaimCard({ project, article, claim, session, marks, context, handlers }: Props) {
  const box = useRef<HTMLElement>(null);
  useNextQuestion(box, session);
  const isFinished = session.step === "finished";
  const answer = session.answers.get(claim.id);
  const draft = draftOf(session, claim);
  const isFlagged = draft.flags.includes("flagged");
  return (
    <section ref={box} className={styles.card} aria-label={m.question} id="question" tabIndex={-1}>
      <header className={styles.head}>
        <p>
          {m.claim} <strong>{claim.number}</strong> {m.claimOf(article.claims.length)}
        </p>
        {isFlagged && (
          <p className={styles.flagged}>
            <Flag size={14} aria-hidden /> {m.flagged}
          </p>
        )}
      </header>
      <MarkRow marks={marks} current={isFinished ? -1 : session.current} />
      {isFinished ? (
        <FinishedPart
          project={project}
          article={article}
          answers={session.answers}
          onNextArticle={handlers.onNextArticle}
        />
      ) : (
        <>
          <blockquote className={styles.sentence} dir={article.direction}>
            <p>
              {context.before}
              <strong>{context.quote}</strong>
              {context.after}
            </p>
          </blockquote>
          <SourceTypes
            types={project.source_types}
            chosen={session.choice ?? answer?.source_type ?? null}
            isInForce={session.step === "source"}
            onChoose={handlers.onSource}
          />
          <ConfidenceScale
            points={project.confidence_scale}
            chosen={session.step === "source" ? (answer?.confidence ?? null) : null}
            isInForce={session.step === "confidence"}
            onChoose={handlers.onConfidence}
          />
        </>
      )}
      <Tools
        {...handlers}
        canUndo={session.done.length > 0 || session.step === "confidence"}
        isFinished={isFinished}
        isFlagged={isFlagged}
        hasNote={draft.note !== ""}
      />
    </section>
  );
}

/**
 * Bring the question in force into sight where the card is too small for both, and take whoever
 * answers by Tab and Enter on to it.
 */
function useNextQuestion(box: RefObject<HTMLElement | null>, session: Session): void {
  const { step, current, at } = session;
  const shown = `${at}.${current}.${step}`;
  const before = useRef(shown);
  useLayoutEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    const question = box.current?.querySelector("[data-in-force]");
    question?.scrollIntoView({ block: "nearest" });
    const focused = document.activeElement;
    if (!focused?.closest("[data-question]") || !box.current?.contains(focused)) return;
    question?.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
  }, [shown, box]);
}
