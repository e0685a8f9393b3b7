import EyeOff from "lucide-react/icons/eye-off";
import RotateCcw from "lucide-react/icons/rotate-ccw";
import { Fragment, memo, type Ref } from "react";
import { leadMessages } from "@/app/messages/leads";
import { classes } from "@/lib/classes";
import { writtenIn } from "@/lib/writtenIn";
import marked from "@/parts/claims/ClaimMarks.module.css";
import { TypeMark, typeStyles } from "@/ui/TypeMark";
import styles from "./ArticleText.module.css";
import type { Block, Piece } from "./blocks";
import { type ClaimView, reasonText } from "./views";

const m = leadMessages.articles;

const LOOKS = {
  strong: classes(marked.typed, styles.strong),
  weak: marked.open,
  none: marked.open,
  looking: marked.open,
  excluded: styles.excluded,
};

type Props = {
  blocks: readonly Block[];
  views: readonly ClaimView[];
  /** -1 if none is. */
  selected: number;
  language: string;
  /** Without it the text is only read. */
  isEditable: boolean;
  ref?: Ref<HTMLElement>;
};

/** A text with its claims marked, and the lines that are left out struck through in place. */
export function ArticleText({ blocks, views, selected, language, isEditable, ref }: Props) {
  return (
    <article
      ref={ref}
      tabIndex={-1}
      className={classes(styles.article, isEditable && styles.editable)}
      aria-label={m.article}
    >
      {blocks.map((block) =>
        block.kind === "kept" ? (
          <Kept
            key={`kept-${block.start}`}
            block={block}
            views={views}
            selected={selected}
            language={language}
            isEditable={isEditable}
          />
        ) : (
          <Dropped
            key={`dropped-${block.start}`}
            block={block}
            language={language}
            isEditable={isEditable}
          />
        ),
      )}
    </article>
  );
}

const Dropped = memo(function Dropped({
  block: { line, start, text },
  language,
  isEditable,
}: {
  block: Extract<Block, { kind: "dropped" }>;
  language: string;
  isEditable: boolean;
}) {
  return (
    <p className={styles.dropped} data-line={start}>
      <span className={styles.reason}>{m.leftOut(reasonText(line.reason))}</span>
      <s className={styles.struck} {...writtenIn({ language })}>
        {text}
      </s>
      {isEditable && (
        <button
          type="button"
          className={styles.restore}
          data-restore={line.start}
          aria-label={m.restoreLine(text)}
        >
          <RotateCcw size={14} aria-hidden />
          {m.restore}
        </button>
      )}
    </p>
  );
});

type KeptProps = {
  block: Extract<Block, { kind: "kept" }>;
  views: readonly ClaimView[];
  selected: number;
  language: string;
  isEditable: boolean;
};

const Kept = memo(function Kept({ block, views, selected, language, isEditable }: KeptProps) {
  return (
    <p
      {...writtenIn({ language })}
      data-line={block.start}
      className={classes(styles.kept, block.keepsBlanks && styles.blanks)}
    >
      {groupsOf(block.pieces).map((pieces) => (
        <Marked
          key={pieces[0].start}
          pieces={pieces}
          views={views}
          selected={selected}
          isEditable={isEditable}
        />
      ))}
      {isEditable && (
        <button
          type="button"
          className={styles.leaveOut}
          data-leave-out={`${block.start}:${block.end}`}
          aria-label={m.leaveOutLine(startOf(block))}
          title={m.leaveOut}
        >
          <EyeOff size={16} aria-hidden />
        </button>
      )}
    </p>
  );
}, looksTheSame);

const LONGEST_NAME = 60;

function startOf({ pieces }: KeptProps["block"]): string {
  const text = pieces.map((piece) => piece.text).join("");
  return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME).trimEnd()}…` : text;
}

/** A long text has to stay quick: a paragraph is drawn anew only if something in it changed. */
function looksTheSame(one: KeptProps, other: KeptProps): boolean {
  return (
    one.isEditable === other.isEditable &&
    one.language === other.language &&
    one.block.end === other.block.end &&
    one.block.pieces.length === other.block.pieces.length &&
    one.block.pieces.every((piece, at) => {
      const twin = other.block.pieces[at];
      if (!twin || !isAlike(piece, twin)) return false;
      if (piece.claim === null) return true;
      const [before, after] = [one.views[piece.claim], other.views[piece.claim]];
      const isSelected = piece.claim === one.selected;
      return (
        isSelected === (piece.claim === other.selected) &&
        one.selected < 0 === other.selected < 0 &&
        before !== undefined &&
        after !== undefined &&
        isAlike(before, after)
      );
    })
  );
}

function isAlike<One extends Piece | ClaimView>(one: One, other: One): boolean {
  return (Object.keys(one) as (keyof One)[]).every((key) => one[key] === other[key]);
}

type Group = [Piece, ...Piece[]];

/** Put together what lies in the same claim: it is one thing to point at. */
function groupsOf(pieces: readonly Piece[]): Group[] {
  const groups: Group[] = [];
  for (const piece of pieces) {
    const last = groups.at(-1);
    if (last && piece.claim !== null && last[0].claim === piece.claim) last.push(piece);
    else groups.push([piece]);
  }
  return groups;
}

type MarkedProps = Pick<Props, "views" | "selected" | "isEditable"> & { pieces: Group };

function Marked({ pieces, views, selected, isEditable }: MarkedProps) {
  const [{ claim, begins }] = pieces;
  const view = claim === null ? undefined : views[claim];
  const words = pieces.map((piece) => (
    <Fragment key={piece.start}>
      {piece.isCut && <span className={styles.caret} aria-hidden />}
      <span
        data-at={piece.start}
        className={classes(marked.words, piece.role && styles[piece.role])}
      >
        {piece.text}
      </span>
    </Fragment>
  ));
  if (!view) return words;
  const isSelected = claim === selected;
  const look = classes(
    marked.claim,
    styles.claim,
    LOOKS[view.state],
    isSelected && classes(marked.chosen, styles.selected),
    view.color && typeStyles(view.color),
  );
  const sign = begins && <Sign view={view} isSelected={isSelected} />;
  if (!begins || !isEditable) {
    return (
      <span data-claim={claim} className={look}>
        {sign}
        {words}
      </span>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <button> cannot be broken over lines
    <span
      role="button"
      tabIndex={isSelected || (claim === 0 && selected < 0) ? 0 : -1}
      data-claim={claim}
      aria-label={view.label}
      aria-current={isSelected ? "true" : undefined}
      className={look}
    >
      {sign}
      {words}
    </span>
  );
}

/** The number of a claim, with the shape and the score of what is suggested for it. */
function Sign({ view, isSelected }: { view: ClaimView; isSelected: boolean }) {
  return (
    <span className={classes(marked.sign, styles.sign)}>
      <span className={styles.number}>
        {view.number === null ? (
          m.excludedAs(view.rule)
        ) : (
          <>
            <span className="visually-hidden">{m.claim} </span>
            {view.number}
          </>
        )}
      </span>
      {view.color && !isSelected && <TypeMark color={view.color} size={10} />}
      {view.color && !isSelected && <span className={styles.score}>{view.score}</span>}
      {view.state === "looking" && <span className={styles.score}>…</span>}
    </span>
  );
}
