import Keyboard from "lucide-react/icons/keyboard";
import { useMemo, useRef, useState } from "react";
import type { Article, Claim, Project } from "@/api/types";
import { messages } from "@/app/messages";
import { TopBarSlot } from "@/app/shell/slots";
import type { Command } from "@/lib/keymap";
import { layOut } from "@/lib/layout";
import { IconButton } from "@/ui/Button";
import { ArticleView } from "./ArticleView";
import { type CardHandlers, ClaimCard } from "./ClaimCard";
import { contextOf } from "./context";
import { GuidePanel } from "./GuidePanel";
import { HelpSheet } from "./HelpSheet";
import { readKeysSetting, writeKeysSetting } from "./keysSetting";
import { LiveRegion } from "./LiveRegion";
import { marksOf } from "./marks";
import { NoteDialog } from "./NoteDialog";
import { OutcomeLine } from "./OutcomeLine";
import { draftOf, type Session } from "./session";
import type { AnnotateStore } from "./store";
import { useKeys } from "./useKeys";
import { useLeavePrompt } from "./useLeavePrompt";
import { useReadingBand } from "./useReadingBand";
import styles from "./Workspace.module.css";

type Props = {
  project: Project;
  store: AnnotateStore;
  session: Session;
  article: Article;
  claim: Claim;
  isSaved: boolean;
};

type Open = "help" | "note" | null;

export function Workspace({ project, store, session, article, claim, isSaved }: Props) {
  const [open, setOpen] = useState<Open>(null);
  const [hasGuide, setGuide] = useState(false);
  const [hasKeys, setKeys] = useState(readKeysSetting);
  const side = useRef<HTMLDivElement>(null);
  const paragraphs = useMemo(() => layOut(article.text, article), [article]);
  const marks = useMemo(() => marksOf(session, article, project), [session, article, project]);
  const context = useMemo(
    () => contextOf(article.text, paragraphs, claim),
    [article, paragraphs, claim],
  );
  const handlers = useMemo(() => handlersOf(store, setOpen, setGuide), [store]);
  useLeavePrompt(session);
  useReadingBand({ article: session.at, claim: session.current }, side);
  useKeys(
    (command) => runCommand(command, { project, store, session, handlers, hasGuide }),
    hasKeys,
  );
  const isFinished = session.step === "finished";
  return (
    <div className={styles.page}>
      <a className="skip-link" href="#question">
        {messages.annotate.skipToQuestion}
      </a>
      <TopBarSlot place="status">
        <IconButton
          label={messages.annotate.keys.open}
          aria-keyshortcuts="?"
          className={styles.helpButton}
          onClick={handlers.onHelp}
        >
          <Keyboard size={20} aria-hidden />
        </IconButton>
      </TopBarSlot>
      <ArticleView
        key={article.id}
        article={article}
        paragraphs={paragraphs}
        marks={marks}
        current={isFinished ? -1 : session.current}
        onGo={handlers.onGo}
        roves={!hasKeys}
      />
      <div ref={side} className={styles.side}>
        <ClaimCard
          project={project}
          article={article}
          claim={claim}
          session={session}
          marks={marks}
          context={context}
          handlers={handlers}
        />
        <OutcomeLine outcome={session.outcome} isSaved={isSaved} project={project} />
      </div>
      <LiveRegion session={session} article={article} claim={claim} project={project} />
      {hasGuide && <GuidePanel slug={project.slug} onClose={() => setGuide(false)} />}
      {open === "help" && (
        <HelpSheet
          project={project}
          isOn={hasKeys}
          onSwitch={(isOn) => {
            writeKeysSetting(isOn);
            setKeys(isOn);
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {open === "note" && (
        <NoteDialog
          claim={claim}
          draft={draftOf(session, claim)}
          onKeep={(draft) => {
            store.dispatch({ type: "note", draft });
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

type Handlers = CardHandlers & { onGo: (claim: number) => void; onHelp: () => void };

function handlersOf(
  store: AnnotateStore,
  setOpen: (open: Open) => void,
  setGuide: (change: (isOpen: boolean) => boolean) => void,
): Handlers {
  return {
    onSource: (key) => store.dispatch({ type: "source", key }),
    onConfidence: (value) => store.dispatch({ type: "confidence", value }),
    onGo: (to) => store.dispatch({ type: "go", to }),
    onUndo: () => store.dispatch({ type: "undo" }),
    onSkip: () => store.dispatch({ type: "skip" }),
    onFlag: () => store.dispatch({ type: "flag" }),
    onNote: () => {
      if (store.getState().session.step !== "finished") setOpen("note");
    },
    onGuide: () => setGuide((isOpen) => !isOpen),
    onHelp: () => setOpen("help"),
    onNextArticle: () => void store.openNext(),
  };
}

type Scene = {
  project: Project;
  store: AnnotateStore;
  session: Session;
  handlers: Handlers;
  hasGuide: boolean;
};

/** Do what a key asks for, and say whether it meant anything now. */
function runCommand(command: Command, scene: Scene): boolean {
  const { store, session, handlers, hasGuide } = scene;
  switch (command.kind) {
    case "digit":
      return runDigit(command.value, scene);
    case "next":
    case "previous":
      store.dispatch({ type: "step", by: command.kind === "next" ? 1 : -1 });
      return true;
    case "nextArticle":
    case "previousArticle":
      store.openBeside(command.kind === "nextArticle" ? 1 : -1);
      return true;
    case "confirm":
      if (session.step !== "finished") return false;
      handlers.onNextArticle();
      return true;
    case "back":
      if (hasGuide) handlers.onGuide();
      else store.dispatch({ type: "back" });
      return true;
    case "undo":
      handlers.onUndo();
      return true;
    case "skip":
      handlers.onSkip();
      return true;
    case "flag":
      handlers.onFlag();
      return true;
    case "note":
      handlers.onNote();
      return true;
    case "guide":
      handlers.onGuide();
      return true;
    case "help":
      handlers.onHelp();
      return true;
  }
}

function runDigit(value: number, { project, store, session, handlers }: Scene): boolean {
  // The step is read from the store: two keys may come before the screen is drawn again.
  const { step } = store.getState().session;
  if (step === "source") {
    const type = project.source_types.find(({ hotkey }) => hotkey === String(value));
    if (type) handlers.onSource(type.key);
    return type !== undefined;
  }
  const point = project.confidence_scale.find((one) => one.value === value);
  if (session.step === "finished" || !point) return false;
  handlers.onConfidence(point.value);
  return true;
}
