import Flag from "lucide-react/icons/flag";
import { memo, useMemo } from "react";
import { classes } from "@/lib/classes";
import { cutAt, ownerOf, type Paragraph, type Run } from "@/lib/layout";
import type { Span } from "@/lib/offsets";
import marked from "@/parts/claims/ClaimMarks.module.css";
import { TypeMark, typeStyles } from "@/ui/TypeMark";
import styles from "./ArticleView.module.css";
import type { Mark } from "./marks";
import type { Part } from "./state";

/** A span of the claim in view, in UTF-16 units. */
export type MarkedWords = Span & { readonly name: Part };

type Props = {
  paragraphs: readonly Paragraph[];
  marks: readonly Mark[];
  current: number;
  words: readonly MarkedWords[];
  adjusting: Part | null;
};

const NO_WORDS: readonly MarkedWords[] = [];

const LOOKS = {
  pending: classes(marked.open, styles.pending),
  answered: marked.typed,
  skipped: styles.skipped,
};

/** The text of an article; a paragraph is drawn again only if something in it has changed. */
export function Paragraphs({ paragraphs, marks, current, words, adjusting }: Props) {
  const all = useMemo(
    () => paragraphs.map((paragraph) => ({ paragraph, claims: claimsIn(paragraph) })),
    [paragraphs],
  );
  return all.map(({ paragraph, claims }) => {
    const here = words.filter(({ start, end }) => start < paragraph.end && paragraph.start < end);
    return (
      <OneParagraph
        key={paragraph.start}
        paragraph={paragraph}
        claims={claims}
        marks={marks}
        current={claims.includes(current) ? current : -1}
        isWayIn={current < 0 && claims.includes(0)}
        words={here.length > 0 ? here : NO_WORDS}
        adjusting={here.length > 0 ? adjusting : null}
      />
    );
  });
}

function claimsIn({ runs }: Paragraph): readonly number[] {
  return [...new Set(runs.flatMap(({ claims }) => claims))];
}

type ParagraphProps = {
  paragraph: Paragraph;
  claims: readonly number[];
  marks: readonly Mark[];
  current: number;
  isWayIn: boolean;
  words: readonly MarkedWords[];
  adjusting: Part | null;
};

const OneParagraph = memo(function OneParagraph(props: ParagraphProps) {
  const { paragraph, ...rest } = props;
  return (
    <p
      data-start={paragraph.start}
      className={paragraph.spaced && !paragraph.wrapped ? styles.spaced : undefined}
    >
      {paragraph.runs.map((run, index) => (
        <Piece key={run.start} run={run} follows={paragraph.runs[index - 1]} {...rest} />
      ))}
    </p>
  );
}, isSame);

function isSame(one: ParagraphProps, other: ParagraphProps): boolean {
  return (
    one.paragraph === other.paragraph &&
    one.current === other.current &&
    one.isWayIn === other.isWayIn &&
    one.adjusting === other.adjusting &&
    hasSameWords(one.words, other.words) &&
    one.claims.every((claim) => one.marks[claim] === other.marks[claim])
  );
}

function hasSameWords(one: readonly MarkedWords[], other: readonly MarkedWords[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ start, end, name }, at) => {
      const beside = other[at];
      return beside?.start === start && beside.end === end && beside.name === name;
    })
  );
}

type PieceProps = Omit<ParagraphProps, "paragraph" | "claims"> & {
  run: Run;
  follows: Run | undefined;
};

const Piece = memo(function Piece(props: PieceProps) {
  const { run, follows, marks, current, isWayIn, words, adjusting } = props;
  const owner = ownerOf(run, current);
  const text =
    words.length > 0 ? <Words run={run} words={words} adjusting={adjusting} /> : run.text;
  if (owner === null) return text;
  const isCurrent = owner === current;
  const begins = run.firsts.includes(owner);
  const mark = marks[owner];
  const goesOn = follows && ownerOf(follows, current) === owner;
  return (
    <>
      {run.firsts
        .filter((claim) => claim !== owner)
        .map((claim) => (
          <Stop key={claim} claim={claim} label={marks[claim]?.label ?? ""} isCurrent={false}>
            <span className={styles.badge} data-sign>
              {claim + 1}
            </span>
          </Stop>
        ))}
      <Stop
        claim={owner}
        label={begins ? (mark?.label ?? "") : null}
        isCurrent={isCurrent}
        isWayIn={isWayIn && owner === 0}
        className={classes(
          marked.claim,
          styles.claim,
          isCurrent ? styles.current : LOOKS[mark?.state ?? "pending"],
          goesOn && styles.goesOn,
          mark?.isSelected && styles.selected,
          mark?.color && typeStyles(mark.color),
        )}
      >
        {begins && <Sign claim={owner} mark={mark} isCurrent={isCurrent} />}
        <span className={classes(marked.words, styles.words)}>{text}</span>
      </Stop>
    </>
  );
}, isSamePiece);

/** A long paragraph has hundreds of pieces, of which a key changes two or three. */
function isSamePiece(one: PieceProps, other: PieceProps): boolean {
  const claims = [...one.run.claims, ...(one.follows?.claims ?? [])];
  return (
    one.run === other.run &&
    one.follows === other.follows &&
    one.isWayIn === other.isWayIn &&
    one.adjusting === other.adjusting &&
    hasSameWords(one.words, other.words) &&
    claims.every(
      (claim) =>
        one.marks[claim] === other.marks[claim] &&
        (one.current === claim) === (other.current === claim),
    )
  );
}

type WordsProps = { run: Run; words: readonly MarkedWords[]; adjusting: Part | null };

/** The words of a run, with those of source and cue underlined each in its way. */
function Words({ run, words, adjusting }: WordsProps) {
  return cutAt(run, words).map(({ text, names }, index) =>
    names.length === 0 ? (
      text
    ) : (
      <span
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have nothing else of their own
        key={index}
        data-part={names.join(" ")}
        className={classes(
          ...names.map((name) => styles[name]),
          adjusting && names.includes(adjusting) && styles.adjusted,
        )}
      >
        {text}
      </span>
    ),
  );
}

type SignProps = { claim: number; mark: Mark | undefined; isCurrent: boolean };

/** The number of a claim, or the shape of its answer: in as much room, so that no word moves. */
function Sign({ claim, mark, isCurrent }: SignProps) {
  const color = isCurrent ? null : mark?.color;
  return (
    <span className={classes(styles.badge, color && styles.shaped)} aria-hidden data-sign>
      {claim + 1}
      {color && <TypeMark color={color} size={11} />}
      {mark?.isFlagged && <Flag size={10} className={styles.flag} />}
    </span>
  );
}

type StopProps = {
  claim: number;
  /** Null for what goes on from an earlier piece, which is where the button is. */
  label: string | null;
  isCurrent: boolean;
  /** Where the focus comes in while no claim is current. */
  isWayIn?: boolean;
  className?: string;
  children: React.ReactNode;
};

function Stop({ claim, label, isCurrent, isWayIn, className, children }: StopProps) {
  if (label === null) {
    return (
      <span data-claim={claim} className={className}>
        {children}
      </span>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <button> cannot be broken over lines
    <span
      role="button"
      tabIndex={isCurrent || isWayIn ? 0 : -1}
      data-claim={claim}
      aria-label={label}
      aria-current={isCurrent ? "step" : undefined}
      className={className}
    >
      {children}
    </span>
  );
}
