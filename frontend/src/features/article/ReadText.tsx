import Flag from "lucide-react/icons/flag";
import { type KeyboardEvent, type MouseEvent, memo, useMemo } from "react";
import type { Article } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { classes } from "@/lib/classes";
import { layOut, ownerOf, type Paragraph, type Run } from "@/lib/layout";
import type { CodePoints } from "@/lib/offsets";
import { writtenIn } from "@/lib/writtenIn";
import marked from "@/parts/claims/ClaimMarks.module.css";
import { TypeMark, typeStyles } from "@/ui/TypeMark";
import { LeftOut } from "./LeftOut";
import styles from "./ReadText.module.css";
import type { Standing } from "./standing";
import { ID } from "./useArrival";

const m = leadMessages.article;

const LOOKS = {
  agree: marked.typed,
  one: marked.typed,
  split: styles.split,
  skipped: styles.skipped,
  open: marked.open,
};

type Standings = ReadonlyMap<number, Standing>;

type Props = {
  article: Article;
  points: CodePoints;
  standings: Standings;
  chosen: number | null;
  onGo: (claim: number) => void;
};

/** The text as annotators read it; each claim shows how its answers stand, and leads to them. */
export function ReadText({ article, points, standings, chosen, onGo }: Props) {
  const paragraphs = useMemo(() => layOut(article.text, article, points), [article, points]);
  const wayIn = article.claims.some(({ id }) => id === chosen) ? chosen : article.claims[0]?.id;
  const click = (event: MouseEvent) => {
    const claim = claimAt(event.target);
    if (claim === null || window.getSelection()?.type === "Range") return;
    if (event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    onGo(claim);
  };
  return (
    <article className={styles.article} aria-label={m.text}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: one listener serves all its links */}
      <div className={styles.body} {...writtenIn(article)} onClick={click} onKeyDown={rove}>
        {paragraphs.map((paragraph) => (
          <p
            key={paragraph.start}
            className={paragraph.spaced && !paragraph.wrapped ? styles.spaced : undefined}
          >
            <Runs
              paragraph={paragraph}
              claims={article.claims}
              standings={standings}
              chosen={chosen}
              wayIn={wayIn ?? null}
            />
          </p>
        ))}
      </div>
      <LeftOut article={article} points={points} />
    </article>
  );
}

function claimAt(target: EventTarget): number | null {
  const found = target instanceof Element ? target.closest<HTMLElement>("[data-claim]") : null;
  return found ? Number(found.dataset.claim) : null;
}

const STEPS: Partial<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/** One claim is a stop of the Tab key, for there may be hundreds; arrows lead to the others. */
function rove(event: KeyboardEvent<HTMLElement>): void {
  const by = STEPS[event.key];
  if (by === undefined || claimAt(event.target) === null) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("a[data-claim]")];
  links[links.indexOf(event.target as HTMLElement) + by]?.focus();
  event.preventDefault();
}

type RunsProps = {
  paragraph: Paragraph;
  claims: Article["claims"];
  standings: Standings;
  chosen: number | null;
  wayIn: number | null;
};

const Runs = memo(function Runs({ paragraph, claims, standings, chosen, wayIn }: RunsProps) {
  const current = claims.findIndex(({ id }) => id === chosen);
  return paragraph.runs.map((run) => {
    const owner = ownerOf(run, current);
    const claim = owner === null ? undefined : claims[owner];
    if (owner === null || !claim) return run.text;
    return (
      <Marked
        key={run.start}
        run={run}
        claim={claim}
        begins={run.firsts.includes(owner)}
        standing={standings.get(claim.id)}
        isChosen={claim.id === chosen}
        isWayIn={claim.id === wayIn}
      />
    );
  });
});

type MarkedProps = {
  run: Run;
  claim: Article["claims"][number];
  begins: boolean;
  standing: Standing | undefined;
  isChosen: boolean;
  isWayIn: boolean;
};

const Marked = memo(function Marked({
  run,
  claim,
  begins,
  standing,
  isChosen,
  isWayIn,
}: MarkedProps) {
  const colors = standing?.colors ?? [];
  const [color] = colors.length === 1 ? colors : [];
  const look = classes(
    marked.claim,
    styles.claim,
    LOOKS[standing?.state ?? "open"],
    isChosen && classes(marked.chosen, styles.chosen),
    color && typeStyles(color),
  );
  const words = <span className={classes(marked.words, styles.words)}>{run.text}</span>;
  if (!begins) {
    return (
      <span data-claim={claim.id} className={look}>
        {words}
      </span>
    );
  }
  return (
    <a
      id={ID.text(claim.id)}
      href={`#${ID.card(claim.id)}`}
      data-claim={claim.id}
      tabIndex={isWayIn ? 0 : -1}
      aria-label={m.markLabel(claim.number, standing?.words ?? m.states.open, claim.quote)}
      aria-current={isChosen ? "true" : undefined}
      className={look}
    >
      <span className={marked.sign} aria-hidden>
        {claim.number}
        {colors.map((one) => (
          <TypeMark key={one} color={one} size={10} />
        ))}
        {standing?.isRemarked && <Flag size={11} className={styles.flag} />}
      </span>
      {words}
    </a>
  );
});
