import CircleCheck from "lucide-react/icons/circle-check";
import CornerDownLeft from "lucide-react/icons/corner-down-left";
import type { Answer } from "@/api/answers";
import type { Article, Project, SourceType } from "@/api/types";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { classes } from "@/lib/classes";
import { count } from "@/lib/numbers";
import { Button } from "@/ui/Button";
import { TypeMark, typeColor } from "@/ui/TypeMark";
import styles from "./FinishedPart.module.css";
import type { Counts } from "./progress";
import type { AnnotateState } from "./storeState";

const m = panelMessages.card;
const ONE_COLUMN = 5;

type Props = {
  project: Project;
  article: Article;
  answers: ReadonlyMap<number, Answer>;
  counts: Counts;
  search: Pick<AnnotateState, "isLooking" | "queue" | "failure">;
  onNextArticle: () => void;
};

export function FinishedPart({ project, article, answers, counts, search, onNextArticle }: Props) {
  const { isLooking, queue, failure } = search;
  const given = article.claims.flatMap((claim) => answers.get(claim.id) ?? []);
  const skipped = given.filter((answer) => answer.skipped).length;
  const countOf = ({ key }: SourceType) =>
    given.filter((answer) => answer.source_type === key).length;
  const types = [...project.source_types, ...project.archived_source_types.filter(countOf)];
  return (
    <div className={styles.finished} data-question data-in-force>
      <div className={styles.head}>
        <h2 className={styles.title}>
          <CircleCheck size={26} aria-hidden className={styles.tick} />
          {m.finished}
        </h2>
        <p className={styles.text}>{m.finishedText(article.claims.length)}</p>
      </div>
      <dl className={classes(styles.counts, types.length > ONE_COLUMN && styles.twoColumns)}>
        {types.map((type) => (
          <div key={type.key} className={countOf(type) === 0 ? styles.none : undefined}>
            <dt>
              <TypeMark color={typeColor(type.color)} />
              {type.name}
            </dt>
            <dd>{count(countOf(type))}</dd>
          </div>
        ))}
        {skipped > 0 && (
          <div>
            <dt>{m.skippedCount}</dt>
            <dd>{count(skipped)}</dd>
          </div>
        )}
      </dl>
      <Button
        variant="primary"
        className={styles.next}
        busy={isLooking}
        onClick={onNextArticle}
        aria-keyshortcuts="Enter"
      >
        {isLooking ? messages.annotate.loading : m.nextArticle}
        <CornerDownLeft size={16} aria-hidden />
      </Button>
      {queue === "failed" && !isLooking && (
        <p role="alert">{failure ?? messages.annotate.failed}</p>
      )}
      <dl className={styles.progress} aria-label={m.progressTitle}>
        {counts.today !== null && (
          <div>
            <dt>{m.today}</dt>
            <dd>{m.answersToday(counts.today)}</dd>
          </div>
        )}
        <div>
          <dt>{m.wholeProject}</dt>
          <dd>{m.of(counts.project.answers, counts.project.needed)}</dd>
        </div>
      </dl>
      <p className={classes(styles.text, styles.hint)}>{m.reviewHint}</p>
    </div>
  );
}
