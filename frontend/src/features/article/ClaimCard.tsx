import { memo, useEffect, useId, useState } from "react";
import { Link } from "wouter";
import type { Article, Project } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { panelMessages } from "@/app/messages/panels";
import { classes } from "@/lib/classes";
import type { CodePoints } from "@/lib/offsets";
import { writtenIn } from "@/lib/writtenIn";
import { ClaimHistory } from "@/parts/history/ClaimHistory";
import { Button } from "@/ui/Button";
import { Answer } from "./Answer";
import styles from "./ClaimCard.module.css";
import type { AnsweredClaim } from "./queries";
import { SuggestionLine } from "./SuggestionLine";
import type { Standing } from "./standing";
import { ID } from "./useArrival";

const m = leadMessages.article;
const { history } = panelMessages;

/** What all claims of an article are shown with. */
export type Shared = {
  article: Article;
  points: CodePoints;
  project: Project;
  /** Called when the claim that an address names is there. */
  onChosen: (claim: number) => void;
};

type Props = Shared & {
  claim: AnsweredClaim;
  standing?: Standing | undefined;
  isChosen: boolean;
  /** Shows it in the text, unless it is there no more. */
  onShow?: (claim: number) => void;
};

/** A claim with what everybody says of it, what was suggested, and its history in its place. */
export const ClaimCard = memo(function ClaimCard({
  claim,
  standing,
  isChosen,
  onShow,
  ...shared
}: Props) {
  const { article, points, project, onChosen } = shared;
  const words = { points, language: article.language, project };
  const { id, number, answers, suggestion } = claim;
  const panel = useId();
  const [isOpen, setOpen] = useState(false);
  const isLead = project.role === "lead";
  useEffect(() => {
    if (isChosen) onChosen(id);
  }, [isChosen, id, onChosen]);
  return (
    <article
      id={ID.card(id)}
      tabIndex={-1}
      className={classes(styles.card, isChosen && styles.chosen)}
      aria-labelledby={`${panel}-title`}
    >
      <div className={styles.head}>
        <h2 id={`${panel}-title`} className={styles.title}>
          <a href={`#${ID.card(id)}`}>{claim.replaced_at ? m.gone(number) : m.claim(number)}</a>
        </h2>
        {standing && (
          <span className={classes(styles.state, standing.state === "split" && styles.split)}>
            {m.states[standing.state]}
          </span>
        )}
        <span className={styles.tools}>
          {onShow && (
            <Button
              variant="quiet"
              className={styles.tool}
              aria-label={m.inTextOf(number)}
              onClick={() => onShow(id)}
            >
              {m.inText}
            </Button>
          )}
          {isLead && (
            <Button
              className={styles.tool}
              aria-label={history.openOf(number)}
              aria-expanded={isOpen}
              aria-controls={panel}
              onClick={() => setOpen(!isOpen)}
            >
              {history.open}
            </Button>
          )}
        </span>
      </div>
      <p className={styles.quote} {...writtenIn(article)}>
        {claim.quote}
      </p>
      {answers.length > 0 && (
        <ul className={styles.answers}>
          {answers.map((answer) => (
            <Answer key={answer.annotator.code} answer={answer} {...words} />
          ))}
        </ul>
      )}
      {suggestion && <SuggestionLine suggestion={suggestion} {...words} />}
      {claim.open_proposals > 0 && (
        <p className={styles.proposed}>
          {isLead ? (
            <Link href={`/projects/${project.slug}/articles/proposals`}>
              {m.proposals(claim.open_proposals)}
            </Link>
          ) : (
            m.proposals(claim.open_proposals)
          )}
        </p>
      )}
      <div id={panel} className={styles.history}>
        {isOpen && <ClaimHistory claim={id} project={project} />}
      </div>
    </article>
  );
});
