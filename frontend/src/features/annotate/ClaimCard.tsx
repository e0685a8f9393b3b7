import Ellipsis from "lucide-react/icons/ellipsis";
import Flag from "lucide-react/icons/flag";
import X from "lucide-react/icons/x";
import {
  type FocusEventHandler,
  type ReactNode,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useRef,
} from "react";
import type { Article, Claim, Project } from "@/api/types";
import { messages } from "@/app/messages";
import type { Keymap } from "@/lib/keymap";
import { ConfidenceScale } from "@/parts/question/ConfidenceScale";
import { SourceTypes } from "@/parts/question/SourceTypes";
import styles from "./ClaimCard.module.css";
import type { Context } from "./context";
import { Lazily } from "./LazyPart";
import { MarkRow } from "./MarkRow";
import type { Mark } from "./marks";
import { parts } from "./panelParts";
import { draftOf, type Session } from "./state";
import { type ToolHandlers, Tools } from "./Tools";

const m = messages.annotate;

export type CardHandlers = ToolHandlers & {
  onSource: (key: string) => void;
  onConfidence: (value: number) => void;
  onReason: (reason: string) => void;
  onAccept: () => void;
  onBack: () => void;
  onMore: () => void;
};

type Props = {
  project: Project;
  article: Article;
  claim: Claim;
  session: Session;
  marks: readonly Mark[];
  context: Context;
  keymap: Keymap;
  handlers: CardHandlers;
  /** Stands in place of the questions. */
  children?: ReactNode;
};

export function ClaimCard(props: Props) {
  const { article, claim, session, marks, context, keymap, handlers, children } = props;
  const box = useRef<HTMLElement>(null);
  const onFocus = useNextQuestion(box, session);
  const isFinished = session.step === "finished";
  const draft = draftOf(session, claim);
  const isFlagged = draft.flags.includes("flagged");
  return (
    <section
      ref={box}
      className={styles.card}
      aria-label={m.question}
      id="question"
      tabIndex={-1}
      onFocus={onFocus}
    >
      <header className={styles.head}>
        <p>
          {m.claim} <strong>{claim.number}</strong> {m.claimOf(article.claims.length)}
        </p>
        <Notices article={article} claim={claim} isFlagged={isFlagged}>
          {session.selection.size > 0 && (
            <Selected n={session.selection.size} onClear={handlers.onBack} />
          )}
        </Notices>
        <button
          type="button"
          className={styles.more}
          onClick={handlers.onMore}
          aria-label={m.more}
          title={m.moreHint}
          aria-keyshortcuts={keymap.palette[0]}
        >
          <Ellipsis size={18} aria-hidden />
        </button>
      </header>
      <MarkRow marks={marks} current={isFinished ? -1 : session.current} />
      {!isFinished && (
        <blockquote className={styles.sentence} dir={article.direction}>
          <p>
            {context.before}
            <strong>{context.quote}</strong>
            {context.after}
          </p>
        </blockquote>
      )}
      {children ?? <Questions {...props} />}
      <Tools
        {...handlers}
        keymap={keymap}
        isFinished={isFinished}
        isFlagged={isFlagged}
        hasNote={draft.note !== ""}
      />
    </section>
  );
}

function Questions({ project, article, claim, session, keymap, handlers }: Props) {
  const answer = session.answers.get(claim.id);
  const { step } = session;
  return (
    <>
      {article.shows_suggestions && (
        <div className={styles.suggestion}>
          <Lazily
            part={parts.suggestion}
            own={{
              project,
              suggestion: claim.suggestion,
              acceptKey: keymap.accept[0],
              isOpen: step === "source" && session.selection.size === 0,
              onAccept: handlers.onAccept,
            }}
          />
        </div>
      )}
      {step === "skip" ? (
        <Lazily
          part={parts.skip}
          onClose={handlers.onBack}
          own={{
            chosen: answer?.skipped ? answer.skip_reason : null,
            skipKey: keymap.skip[0],
            onChoose: handlers.onReason,
            onBack: handlers.onBack,
          }}
        />
      ) : (
        <>
          <SourceTypes
            types={project.source_types}
            chosen={session.choice ?? answer?.source_type ?? null}
            isInForce={step === "source"}
            onChoose={handlers.onSource}
          />
          <ConfidenceScale
            points={project.confidence_scale}
            chosen={step === "source" ? (answer?.confidence ?? null) : null}
            isInForce={step === "confidence"}
            onChoose={handlers.onConfidence}
          />
        </>
      )}
    </>
  );
}

type NoticesProps = { article: Article; claim: Claim; isFlagged: boolean; children: ReactNode };

function Notices({ article, claim, isFlagged, children }: NoticesProps) {
  const proposal = article.proposals.find((one) => one.claim === claim.id);
  return (
    <div className={styles.notices}>
      {children}
      {proposal && <span className={styles.notice}>{m.proposed[proposal.kind]}</span>}
      {isFlagged && (
        <span className={styles.notice}>
          <Flag size={14} aria-hidden /> {m.flagged}
        </span>
      )}
    </div>
  );
}

function Selected({ n, onClear }: { n: number; onClear: () => void }) {
  return (
    <button
      type="button"
      className={styles.selected}
      onClick={onClear}
      aria-keyshortcuts="Escape"
      title={`${m.selectedHint} ${m.clearSelection}`}
    >
      {m.selected(n)}
      <X size={14} aria-hidden />
    </button>
  );
}

/**
 * Bring the question in force into sight where the card is too small for both, and take whoever
 * answers by Tab and Enter on to it. Give what is to be called with every focus in the card.
 */
function useNextQuestion(box: RefObject<HTMLElement | null>, session: Session): FocusEventHandler {
  const { step, current, at } = session;
  const shown = `${at}.${current}.${step}`;
  const before = useRef(shown);
  const last = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    const question = box.current?.querySelector("[data-in-force]");
    question?.scrollIntoView({ block: "nearest" });
    const focused = document.activeElement;
    // What had the focus may have gone with its question.
    const isLost = focused === document.body && last.current?.isConnected === false;
    last.current = focused;
    const isHere = box.current?.contains(focused) && focused?.closest("[data-question]");
    if (isHere || isLost) {
      question?.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
    }
  }, [shown, box]);
  return useCallback((event) => {
    last.current = event.target;
  }, []);
}
