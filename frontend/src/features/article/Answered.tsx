import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { allOf } from "@/api/pages";
import type { Article, Project } from "@/api/types";
import { messages } from "@/app/messages";
import { leadMessages } from "@/app/messages/leads";
import { CodePoints } from "@/lib/offsets";
import { Button } from "@/ui/Button";
import { Message } from "@/ui/Message";
import { SkeletonRows } from "@/ui/SkeletonRows";
import styles from "./Answered.module.css";
import { useAddress } from "./address";
import { ClaimList } from "./ClaimList";
import { type AnsweredClaim, claimsQuery } from "./queries";
import { ReadText } from "./ReadText";
import { type Standing, standingOf } from "./standing";
import { useArrival } from "./useArrival";

const m = leadMessages.article;

type Props = { article: Article; project: Project };

/** The text with its claims marked, and beside it what everybody says of them. */
export function Answered({ article, project }: Props) {
  const isHeld = article.assignment?.state === "open";
  const [isShown, show] = useState(!isHeld);
  const { chosen, choose } = useAddress();
  const { claims, rest } = useAllClaims(article.id, isShown);
  const points = useMemo(() => new CodePoints(article.text), [article.text]);
  const standings = useStandings(claims, project);
  const { list, showCard, showText, arrive } = useArrival(choose);
  return (
    <div className={styles.columns}>
      <ReadText
        article={article}
        points={points}
        standings={standings}
        chosen={chosen}
        onGo={showCard}
      />
      <section ref={list} className={styles.answers} aria-label={m.claims}>
        {isShown ? (
          <>
            {claims.length > 0 && (
              <ClaimList
                claims={claims}
                standings={standings}
                article={article}
                points={points}
                project={project}
                onShow={showText}
                onChosen={arrive}
              />
            )}
            {rest}
          </>
        ) : (
          <Message
            tone="info"
            role="note"
            action={<Button onClick={() => show(true)}>{m.showHeld}</Button>}
          >
            {m.held} {m.heldText}
          </Message>
        )}
      </section>
    </div>
  );
}

/** How the answers to each claim stand; the same object while the claim is. */
function useStandings(claims: readonly AnsweredClaim[], project: Project) {
  const known = useMemo(() => {
    const made = new WeakMap<AnsweredClaim, Standing>();
    return (claim: AnsweredClaim) => {
      const standing = made.get(claim) ?? standingOf(claim, project);
      made.set(claim, standing);
      return standing;
    };
  }, [project]);
  return useMemo(() => new Map(claims.map((claim) => [claim.id, known(claim)])), [claims, known]);
}

/** All claims, page after page, and what to show while they are not all there. */
function useAllClaims(article: number, isShown: boolean) {
  const found = useInfiniteQuery({ ...claimsQuery(article, false), enabled: isShown });
  const { hasNextPage, isFetching, isError, fetchNextPage } = found;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const claims = useMemo(() => allOf(found.data?.pages ?? []), [found.data]);
  const retry = () => void (found.data ? fetchNextPage() : found.refetch());
  const rest = isError ? (
    <Message
      tone="error"
      action={
        <Button busy={isFetching} onClick={retry}>
          {messages.app.tryAgain}
        </Button>
      }
    >
      {m.failedClaims}
    </Message>
  ) : found.isPending ? (
    <SkeletonRows label={m.loadingClaims} rows={8} />
  ) : hasNextPage ? (
    <p className={styles.more} aria-busy>
      {m.more}
    </p>
  ) : null;
  return { claims, rest };
}
