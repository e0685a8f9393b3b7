import Keyboard from "lucide-react/icons/keyboard";
import { useCallback, useMemo, useRef, useState } from "react";
import { useKeymap, usePreferences } from "@/api/preferences";
import type { Article, Claim, Project } from "@/api/types";
import { messages } from "@/app/messages";
import { TopBarSlot } from "@/app/shell/slots";
import { IconButton } from "@/ui/Button";
import { ArticleView } from "./ArticleView";
import { type CardHandlers, ClaimCard } from "./ClaimCard";
import { type Panel, runCommand, type Scene } from "./commands";
import { contextOf } from "./context";
import { Lazily } from "./LazyPart";
import { LiveRegion } from "./LiveRegion";
import { Marks } from "./marks";
import { OutcomeLine } from "./OutcomeLine";
import { parts } from "./panelParts";
import type { Counts } from "./progress";
import type { Session } from "./state";
import type { AnnotateStore } from "./store";
import type { AnnotateState } from "./storeState";
import { textOf } from "./text";
import { useKeys } from "./useKeys";
import { useMarkedWords } from "./useMarkedWords";
import { useReadingBand } from "./useReadingBand";
import type { Standing } from "./useStanding";
import styles from "./Workspace.module.css";

type Props = {
  project: Project;
  store: AnnotateStore;
  session: Session;
  article: Article;
  claim: Claim;
  isSaved: boolean;
  counts: Counts;
  standing: Standing;
  /** Whether the next article is on its way, or could not be had. */
  search: Pick<AnnotateState, "isLooking" | "queue" | "failure">;
};

export function Workspace(props: Props) {
  const { project, store, session, article, claim, isSaved, counts, standing, search } = props;
  const [open, setOpen] = useState<Exclude<Panel, "guide"> | null>(null);
  const [hasGuide, setGuide] = useState(false);
  const { single_keys: hasKeys } = usePreferences();
  const keymap = useKeymap();
  const side = useRef<HTMLDivElement>(null);
  const text = textOf(article);
  const marker = useMemo(() => new Marks(project), [project]);
  const marks = marker.of(session, article);
  const context = useMemo(() => contextOf(article.text, text, claim), [article.text, text, claim]);
  const words = useMarkedWords(session, claim, text.points);
  const close = useCallback(() => setOpen(null), []);
  const scene = useMemo((): Scene => {
    const onPanel = (panel: Panel) =>
      panel === "guide" ? setGuide((isOpen) => !isOpen) : setOpen(panel);
    return { project, store, hasGuide, onPanel };
  }, [project, store, hasGuide]);
  const handlers = useMemo(() => handlersOf(scene), [scene]);
  useReadingBand({ article: session.at, claim: session.current }, side);
  useKeys((command) => runCommand(command, scene), keymap, hasKeys);
  const isFinished = session.step === "finished";
  const loss = session.lost.get(article.id) ?? null;
  const isClosed = standing.state !== "open";
  return (
    <div className={styles.page}>
      <a className="skip-link" href="#question">
        {messages.annotate.skipToQuestion}
      </a>
      <TopBarSlot place="status">
        <IconButton
          label={messages.annotate.keys}
          aria-keyshortcuts={keymap.help[0]}
          className={styles.helpButton}
          onClick={handlers.onHelp}
        >
          <Keyboard size={20} aria-hidden />
        </IconButton>
      </TopBarSlot>
      <ArticleView
        key={article.id}
        article={article}
        paragraphs={text.paragraphs}
        marks={marks}
        current={isFinished ? -1 : session.current}
        words={words}
        adjusting={session.adjusting?.part ?? null}
        onGo={handlers.onGo}
        roves={!hasKeys}
      />
      <div ref={side} className={styles.side}>
        {(loss || isClosed || standing.kept > 0) && (
          <Lazily
            part={parts.banner}
            own={{
              loss,
              isClosed,
              kept: standing.kept,
              onGoOn: handlers.onNextArticle,
              onSendAgain: standing.sendAgain,
            }}
          />
        )}
        <ClaimCard
          project={project}
          article={article}
          claim={claim}
          session={session}
          marks={marks}
          context={context}
          keymap={keymap}
          handlers={handlers}
        >
          {isFinished ? (
            <Lazily
              part={parts.finished}
              isUnasked
              onClose={handlers.onNextArticle}
              own={{
                project,
                article,
                answers: session.answers,
                counts,
                search,
                onNextArticle: handlers.onNextArticle,
              }}
            />
          ) : session.adjusting ? (
            <Lazily
              part={parts.spans}
              onClose={handlers.onBack}
              own={{
                article,
                claim,
                adjusting: session.adjusting,
                text,
                keymap,
                hasSingleKeys: hasKeys,
                onPart: handlers.onPart,
                onSpan: handlers.onSpan,
                onKeep: handlers.onKeepSpans,
                onCancel: handlers.onBack,
              }}
            />
          ) : null}
        </ClaimCard>
        <OutcomeLine outcome={session.outcome} isSaved={isSaved} project={project} />
      </div>
      <LiveRegion session={session} article={article} claim={claim} project={project} />
      {(open || hasGuide) && (
        <Lazily
          part={parts.panels}
          onClose={open ? close : handlers.onGuide}
          own={{
            ...{ project, scene, session, article, claim, marks, keymap, hasKeys, open, hasGuide },
            onClose: close,
          }}
        />
      )}
    </div>
  );
}

type Handlers = CardHandlers & {
  onGo: (claim: number) => void;
  onHelp: () => void;
  onNextArticle: () => void;
  onPart: (part: "source" | "cue") => void;
  onSpan: (span: { start: number; end: number } | null) => void;
  onKeepSpans: () => void;
};

function handlersOf(scene: Scene): Handlers {
  const { store } = scene;
  const command = (kind: Parameters<typeof runCommand>[0]["kind"] & string) => () => {
    if (kind !== "digit") runCommand({ kind }, scene);
  };
  return {
    onSource: (key) => store.dispatch({ type: "source", key }),
    onConfidence: (value) => store.dispatch({ type: "confidence", value }),
    onReason: (reason) => store.dispatch({ type: "skip", reason }),
    onGo: (to) => {
      // While words are marked, a press on a claim marks words.
      if (!store.getState().session.adjusting) store.dispatch({ type: "go", to });
    },
    onPart: (part) => store.dispatch({ type: "adjust_part", part }),
    onSpan: (span) => store.dispatch({ type: "span", span }),
    onKeepSpans: () => store.dispatch({ type: "keep_spans" }),
    onNextArticle: () => void store.openNext(),
    onBack: () => store.dispatch({ type: "back" }),
    onAccept: command("accept"),
    onUndo: command("undo"),
    onSkip: command("skip"),
    onFlag: command("flag"),
    onNote: command("note"),
    onGuide: command("guide"),
    onHelp: command("help"),
    onMore: command("palette"),
  };
}
