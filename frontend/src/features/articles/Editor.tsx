import { useMemo, useReducer, useRef, useState } from "react";
import { useLocation } from "wouter";
import type { ArticlePreview, Project } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { Button } from "@/ui/Button";
import { Message } from "@/ui/Message";
import { AboutFields } from "./AboutFields";
import { ArticleText } from "./ArticleText";
import { blocksOf, withOverlay } from "./blocks";
import { ClaimPanel } from "./ClaimPanel";
import { correct } from "./corrections";
import { begin, isCorrected, selectedClaim } from "./cut";
import styles from "./Editor.module.css";
import { EditorBar } from "./EditorBar";
import { LeaveDialog } from "./LeaveDialog";
import { useMarked } from "./marked";
import { shownClaims } from "./modes";
import type { About } from "./requests";
import { keyOf } from "./spans";
import { useArrival } from "./useArrival";
import { useEditing } from "./useEditing";
import { useImporting } from "./useImporting";
import { useLeavePrompt } from "./useLeavePrompt";
import { useSuggestions } from "./useSuggestions";
import { viewsOf } from "./views";

const m = leadMessages.articles;

type Props = { project: Project; preview: ArticlePreview; onStartOver: () => void };

/** Correct what was found in a text, then import it. */
export function Editor({ project, preview, onStartOver }: Props) {
  const [state, dispatch] = useReducer(correct, preview, begin);
  const [about, setAbout] = useState<About>(() => aboutOf(preview));
  const [, go] = useLocation();
  const isUnsaved = isCorrected(state) || isChanged(about, preview);
  const prompt = useLeavePrompt(isUnsaved, go);
  const [isStartingOver, setStartingOver] = useState(false);
  const importing = useImporting(project.slug, prompt.letGo);
  const renewal = useSuggestions(project.slug, state, about, preview, dispatch);
  const heading = useArrival();
  const root = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLElement>(null);
  const [marked, clearMarked] = useMarked(text, state.points);
  const act = useEditing({ root, text, state, dispatch, marked, clearMarked });

  const shown = useMemo(() => shownClaims(state), [state]);
  const { points, findings, cut, mode } = state;
  const blocks = useMemo(
    () => blocksOf(points, preview.text, { dropped: cut.dropped, claims: shown.claims }),
    [points, preview.text, cut.dropped, shown.claims],
  );
  const views = useMemo(
    () =>
      viewsOf({
        claims: shown.claims,
        findings,
        points,
        threshold: preview.threshold,
        sourceTypes: project.source_types,
      }),
    [shown.claims, findings, points, preview.threshold, project.source_types],
  );
  const claim = selectedClaim(state);
  const finding = claim && !claim.excluded && !mode ? findings.get(keyOf(claim)) : undefined;
  const overlaid = withOverlay(blocks, points, {
    source: finding?.source ?? null,
    cue: finding?.cue ?? null,
    cut: mode?.kind === "split" ? mode.at : null,
  });
  const judged = views.filter((view) => view.number !== null).length;
  const take = () => importing.start({ text: preview.text, cut, about });

  return (
    <div ref={root} className={styles.editor}>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {m.checkTitle}
      </h1>
      {preview.notes.map((note) => (
        <Message key={note} tone="info" role="note">
          {note}
        </Message>
      ))}
      {!renewal.suggests && <Message tone="info">{m.noRules}</Message>}
      <AboutFields
        about={about}
        refusal={importing.refusal}
        onChange={(change) => setAbout({ ...about, ...change })}
      />
      <EditorBar
        counts={[
          m.claims(judged),
          m.excludedCount(views.length - judged),
          m.linesLeftOut(cut.dropped.length),
          m.words(state.words),
        ]}
        canUndo={state.past.length > 0}
        canRedo={state.future.length > 0}
        isImporting={importing.isPending}
        canImport={judged > 0}
        onAct={act}
        onStartOver={() => (isUnsaved ? setStartingOver(true) : onStartOver())}
        onImport={take}
      />
      <div className={styles.columns}>
        <div>
          <ArticleText
            ref={text}
            blocks={overlaid}
            views={views}
            selected={shown.selected}
            language={renewal.language}
            isEditable
          />
          <div className={styles.end}>
            <Button variant="primary" busy={importing.isPending || judged === 0} onClick={take}>
              {importing.isPending ? m.importing : m.importThis}
            </Button>
          </div>
        </div>
        <aside className={styles.side} aria-label={m.claim}>
          <ClaimPanel
            state={state}
            views={views}
            shown={shown}
            marked={marked}
            threshold={preview.threshold}
            renewal={renewal}
            act={act}
          />
        </aside>
      </div>
      <p role="status" className="visually-hidden">
        {state.happened && (
          <span key={state.happened.times}>{m.happened[state.happened.what]}</span>
        )}
      </p>
      {prompt.isAsking && <LeaveDialog onStay={prompt.stay} onLeave={prompt.leave} />}
      {isStartingOver && (
        <LeaveDialog onStay={() => setStartingOver(false)} onLeave={onStartOver} />
      )}
    </div>
  );
}

function aboutOf(preview: ArticlePreview): About {
  const { title, outlet, author, url, published_on, language } = preview;
  return { title, outlet, author, url, published_on: published_on ?? "", language };
}

function isChanged(about: About, preview: ArticlePreview): boolean {
  const found = aboutOf(preview);
  return Object.entries(found).some(([name, value]) => about[name as keyof About] !== value);
}
