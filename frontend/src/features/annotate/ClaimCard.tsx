import Ellipsis from "lucide-react/icons/ellipsis";
import Flag from "lucide-react/icons/flag";
import X from "lucide-react/icons/x";
import { type ReactNode, useRef } from "react";
import type { Article, Claim, Project } from "@/api/types";
import { messages } from "@/app/messages";
import { classes } from "@/lib/classes";
import type { Keymap } from "@/lib/keymap";
import { writtenIn } from "@/lib/writtenIn";
import { ConfidenceScale } from "@/parts/question/ConfidenceScale";
import { SourceTypes } from "@/parts/question/SourceTypes";
import { typeColor } from "@/ui/TypeMark";
import styles from "./ClaimCard.module.css";
import type { Context } from "./context";
import { Lazily } from "./LazyPart";
import { MarkRow } from "./MarkRow";
import { type Mark, sourceTypeOf } from "./marks";
import { parts } from "./panelParts";
import { draftOf, type Session } from "./state";
import { type ToolHandlers, Tools } from "./Tools";
import { useNextQuestion } from "./useNextQuestion";

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
  /** What is in place of the questions while words are marked and after the last answer. */
  children: ReactNode;
};

/**
 * The questions about a claim, and what takes their place in other steps.
 *
 * The questions keep their room when they are covered: the card is as high in every step.
 */
export function ClaimCard(props: Props) {
  const { project, article, claim, session, marks, context, keymap, handlers } = props;
  const box = useRef<HTMLElement>(null);
  const focusing = useNextQuestion(box, session);
  const isFinished = session.step === "finished";
  const isElsewhere = isFinished || session.adjusting !== null;
  const isCovered = isElsewhere || session.step === "skip";
  const draft = draftOf(session, claim);
  const isFlagged = draft.flags.includes("flagged");
  return (
    <section
      ref={box}
      className={styles.card}
      aria-label={m.question}
      id="question"
      tabIndex={-1}
      {...focusing}
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
      <div className={styles.body}>
        <blockquote
          className={classes(styles.sentence, isFinished && styles.covered)}
          {...writtenIn(article)}
        >
          <p>
            {context.before}
            <strong>{context.quote}</strong>
            {context.after}
          </p>
        </blockquote>
        {article.shows_suggestions && (
          <div className={classes(styles.suggestion, isElsewhere && styles.covered)}>
            <Lazily
              part={parts.suggestion}
              own={{
                project,
                suggestion: claim.suggestion,
                acceptKey: keymap.accept[0],
                isOpen: session.step === "source" && session.selection.size === 0,
                onAccept: handlers.onAccept,
              }}
            />
          </div>
        )}
        <div className={classes(styles.questions, isCovered && styles.covered)}>
          <Questions {...props} />
        </div>
        {isCovered && (
          <div
            className={classes(
              styles.cover,
              isElsewhere && (isFinished ? styles.overAll : styles.overSuggestion),
            )}
          >
            {isElsewhere ? props.children : <Skip {...props} />}
          </div>
        )}
      </div>
      <Tools
        {...handlers}
        keymap={keymap}
        isElsewhere={isElsewhere}
        isFlagged={isFlagged}
        hasNote={draft.note !== ""}
      />
    </section>
  );
}

function Questions({ project, claim, session, handlers }: Props) {
  const answer = session.answers.get(claim.id);
  const step = session.adjusting ? null : session.step;
  const chosen = session.choice ?? answer?.source_type ?? null;
  const type = sourceTypeOf(project, chosen);
  return (
    <>
      <SourceTypes
        types={project.source_types}
        chosen={chosen}
        isInForce={step === "source"}
        onChoose={handlers.onSource}
      />
      <ConfidenceScale
        points={project.confidence_scale}
        chosen={step === "source" ? (answer?.confidence ?? null) : null}
        color={type && typeColor(type.color)}
        isInForce={step === "confidence"}
        onChoose={handlers.onConfidence}
      />
    </>
  );
}

function Skip({ claim, session, keymap, handlers }: Props) {
  const answer = session.answers.get(claim.id);
  return (
    <Lazily
      part={parts.skip}
      // The digits give the reason, whether the reasons are shown yet or not.
      isUnasked
      onClose={handlers.onBack}
      own={{
        chosen: answer?.skipped ? answer.skip_reason : null,
        skipKey: keymap.skip[0],
        onChoose: handlers.onReason,
        onBack: handlers.onBack,
      }}
    />
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
