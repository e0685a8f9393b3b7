import { memo, useEffect, useMemo, useRef } from "react";
import type { Article } from "@/api/types";
import { messages } from "@/app/messages";
import { classes } from "@/lib/classes";
import { ownerOf, type Paragraph, type Run } from "@/lib/layout";
import { TypeMark, typeStyles } from "@/ui/TypeMark";
import styles from "./ArticleView.module.css";
import { LeftOut } from "./LeftOut";
import type { Mark } from "./marks";

const m = messages.annotate;

type Props = {
  article: Article;
  paragraphs: readonly Paragraph[];
  marks: readonly Mark[];
  current: number;
  onGo: (claim: number) => void;
  /** The arrow keys move the focus alone, as they are no shortcuts. */
  roves: boolean;
};

export const ArticleView = memo(function ArticleView(props: Props) {
  const { article, paragraphs, marks, current, onGo, roves } = props;
  const box = useRef<HTMLElement>(null);
  useClaimsAsButtons(box, { onGo, roves });
  const kicker = useMemo(
    () => [article.outlet, m.words(article.words), m.claims(article.claims.length)].filter(Boolean),
    [article],
  );
  return (
    <article ref={box} className={styles.article} aria-label={m.article}>
      <p className={styles.kicker}>
        {kicker.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <h1 className={styles.title} dir={article.direction}>
        {article.title || m.untitled}
      </h1>
      <div className={styles.body} dir={article.direction}>
        {paragraphs.map((paragraph) => (
          <p
            key={paragraph.start}
            className={paragraph.spaced && !paragraph.wrapped ? styles.spaced : undefined}
          >
            {paragraph.runs.map((run, index) => (
              <Piece
                // biome-ignore lint/suspicious/noArrayIndexKey: an article's runs never change
                key={index}
                run={run}
                follows={paragraph.runs[index - 1]}
                marks={marks}
                current={current}
              />
            ))}
          </p>
        ))}
      </div>
      <LeftOut article={article} />
    </article>
  );
});

type PieceProps = {
  run: Run;
  follows: Run | undefined;
  marks: readonly Mark[];
  current: number;
};

function Piece({ run, follows, marks, current }: PieceProps) {
  const owner = ownerOf(run, current);
  if (owner === null) return run.text;
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
            <span className={styles.badge}>{claim + 1}</span>
          </Stop>
        ))}
      <Stop
        claim={owner}
        label={begins ? (mark?.label ?? "") : null}
        isCurrent={isCurrent}
        isWayIn={current < 0 && owner === 0}
        className={classes(
          styles.claim,
          isCurrent ? styles.current : styles[mark?.state ?? "pending"],
          goesOn && styles.goesOn,
          mark?.color && typeStyles(mark.color),
          mark?.color && styles[mark.color],
        )}
      >
        {begins && <Sign claim={owner} mark={mark} isCurrent={isCurrent} />}
        <span className={styles.words}>{run.text}</span>
      </Stop>
    </>
  );
}

function Sign({
  claim,
  mark,
  isCurrent,
}: {
  claim: number;
  mark?: Mark | undefined;
  isCurrent: boolean;
}) {
  if (mark?.color && !isCurrent) {
    return <TypeMark color={mark.color} size={11} className={styles.shape} />;
  }
  return (
    <span className={styles.badge} aria-hidden>
      {claim + 1}
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

/** Where the arrow keys take the focus, from one claim to another, before one is chosen. */
const STEPS: Partial<Record<string, 1 | -1>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
};

/** Let one listener serve every piece of every claim; the focus follows the current claim. */
function useClaimsAsButtons(
  box: { readonly current: HTMLElement | null },
  { onGo, roves }: Pick<Props, "onGo" | "roves">,
): void {
  useEffect(() => {
    const element = box.current;
    const claimAt = (target: EventTarget | null) => {
      const found = target instanceof Element ? target.closest("[data-claim]") : null;
      return found instanceof HTMLElement ? Number(found.dataset.claim) : null;
    };
    const click = (event: MouseEvent) => {
      const claim = claimAt(event.target);
      if (claim !== null && window.getSelection()?.type !== "Range") onGo(claim);
    };
    const press = (event: KeyboardEvent) => {
      const claim = claimAt(event.target);
      if (claim === null) return;
      const by = roves ? STEPS[event.key] : undefined;
      if (by !== undefined) {
        const stops = [...(element?.querySelectorAll<HTMLElement>("[role=button]") ?? [])];
        stops[stops.findIndex((stop) => stop.contains(event.target as Node)) + by]?.focus();
      } else if (event.key !== "Enter" && event.key !== " ") return;
      else onGo(claim);
      event.preventDefault();
    };
    element?.addEventListener("click", click);
    element?.addEventListener("keydown", press);
    return () => {
      element?.removeEventListener("click", click);
      element?.removeEventListener("keydown", press);
    };
  }, [box, onGo, roves]);
}
