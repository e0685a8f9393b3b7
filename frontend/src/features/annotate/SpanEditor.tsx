import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import { useEffect, useRef } from "react";
import type { Article, Claim } from "@/api/types";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { classes } from "@/lib/classes";
import { type Keymap, labelOf } from "@/lib/keymap";
import type { Span } from "@/lib/offsets";
import { Button } from "@/ui/Button";
import { Key } from "@/ui/Key";
import styles from "./SpanEditor.module.css";
import { firstWords, type Move, moved } from "./spanMoves";
import type { Adjusting, Part } from "./state";
import type { ArticleText } from "./text";
import { useSpanKeys } from "./useSpanKeys";
import { useSpanPointer } from "./useSpanPointer";

const m = panelMessages.spans;
const names = messages.annotate.spans;
const PARTS: readonly Part[] = ["source", "cue"];
/** What the buttons move. */
const MOVES = {
  start: { end: "start" },
  end: { end: "end" },
  whole: { end: "whole" },
  sentence: { end: "whole", unit: "sentence" },
} as const satisfies Record<string, Omit<Move, "by">>;
type Moving = keyof typeof MOVES;

type Props = {
  article: Article;
  claim: Claim;
  adjusting: Adjusting;
  text: ArticleText;
  keymap: Keymap;
  hasSingleKeys: boolean;
  onPart: (part: Part) => void;
  onSpan: (span: Span | null) => void;
  onKeep: () => void;
  onCancel: () => void;
};

/** Marks the words of a claim's source and of its cue, by keys, by buttons or in the article. */
export function SpanEditor(props: Props) {
  const { article, claim, adjusting, text, keymap, hasSingleKeys } = props;
  const { points, paragraphs } = text;
  const { onPart, onSpan, onKeep, onCancel } = props;
  const box = useRef<HTMLFieldSetElement>(null);
  const { part } = adjusting;
  const span = adjusting[part];
  const isRightToLeft = article.direction === "rtl";
  const begun = useRef<Part | null>(null);
  useEffect(() => {
    // Only once: what somebody clears stays cleared.
    if (begun.current === part) return;
    begun.current = part;
    if (!span) onSpan(firstWords(points, claim, paragraphs));
  }, [part, span, points, paragraphs, claim, onSpan]);
  useEffect(() => {
    if (document.activeElement?.closest("[data-question]") || !hasSingleKeys) {
      box.current?.querySelector<HTMLElement>("[aria-pressed=true]")?.focus();
    }
  }, [hasSingleKeys]);
  const move = (to: Move) =>
    onSpan(span ? moved(points, span, to) : firstWords(points, claim, paragraphs));
  const turnTo = (to: Part | "other") =>
    onPart(to === "other" ? (part === "source" ? "cue" : "source") : to);
  useSpanKeys(
    { onMove: move, onPart: turnTo, onClear: () => onSpan(null), onKeep, onCancel },
    { keymap, hasSingleKeys, isRightToLeft },
  );
  useSpanPointer(points, onSpan);
  return (
    <fieldset ref={box} className={styles.editor} data-question data-in-force data-spans>
      <legend className="visually-hidden">{m.title}</legend>
      <div className={styles.parts}>
        {PARTS.map((one) => (
          <button
            key={one}
            type="button"
            className={classes(styles.part, styles[one])}
            aria-pressed={one === part}
            aria-keyshortcuts={keymap[one][0]}
            onClick={() => onPart(one)}
          >
            <span>{names[one]}</span>
            {keymap[one][0] && (
              <span aria-hidden>
                <Key>{labelOf(keymap[one][0])}</Key>
              </span>
            )}
          </button>
        ))}
      </div>
      <p className={styles.text} dir={article.direction}>
        {span ? (
          <span className={styles[part]} lang={article.language || undefined}>
            {points.slice(span)}
          </span>
        ) : (
          <em>{m.none}</em>
        )}
      </p>
      <div className={styles.moves}>
        {(Object.keys(MOVES) as Moving[]).map((what) => (
          <Mover key={what} what={what} isRightToLeft={isRightToLeft} onMove={move} />
        ))}
      </div>
      <div className={styles.buttons}>
        <Button variant="primary" onClick={onKeep} aria-keyshortcuts="Enter">
          {m.keep}
        </Button>
        <Button onClick={onCancel} aria-keyshortcuts="Escape">
          {m.cancel}
        </Button>
        <Button variant="quiet" onClick={() => onSpan(null)} aria-keyshortcuts="Delete">
          {m.clear}
        </Button>
      </div>
      <p className={styles.hint}>{m.hint}</p>
    </fieldset>
  );
}

type MoverProps = { what: Moving; isRightToLeft: boolean; onMove: (move: Move) => void };

/** Two buttons that move something; each points where it goes on the screen. */
function Mover({ what, isRightToLeft, onMove }: MoverProps) {
  const [left, right] = isRightToLeft ? ([1, -1] as const) : ([-1, 1] as const);
  const button = (by: 1 | -1) => ({
    "aria-label": m.moves[what][by > 0 ? "later" : "earlier"],
    onClick: () => onMove({ ...MOVES[what], by }),
  });
  return (
    <div className={styles.mover}>
      <button type="button" {...button(left)}>
        <ChevronLeft size={18} aria-hidden />
      </button>
      <span aria-hidden>{m[what]}</span>
      <button type="button" {...button(right)}>
        <ChevronRight size={18} aria-hidden />
      </button>
    </div>
  );
}
