import { useInfiniteQuery } from "@tanstack/react-query";
import { allOf } from "@/api/pages";
import { messages } from "@/app/messages";
import { leadMessages } from "@/app/messages/leads";
import { Button } from "@/ui/Button";
import { ClaimCard, type Shared } from "./ClaimCard";
import lists from "./ClaimList.module.css";
import { claimsQuery } from "./queries";
import styles from "./Replaced.module.css";

const m = leadMessages.article;

/** The claims that a lead has split, merged or excluded, with what was said of them. */
export function Replaced({ chosen, ...shared }: Shared & { chosen: number | null }) {
  const replaced = useInfiniteQuery(claimsQuery(shared.article.id, true));
  const claims = allOf(replaced.data?.pages ?? []);
  if (claims.length === 0) return null;
  return (
    <details className={styles.replaced} open={claims.some(({ id }) => id === chosen) || undefined}>
      <summary>{m.replaced(claims.length, replaced.hasNextPage)}</summary>
      <p>{m.replacedHint}</p>
      <ol className={lists.claims}>
        {claims.map((claim) => (
          <li key={claim.id}>
            <ClaimCard claim={claim} isChosen={claim.id === chosen} {...shared} />
          </li>
        ))}
      </ol>
      {replaced.hasNextPage && (
        <Button busy={replaced.isFetchingNextPage} onClick={() => void replaced.fetchNextPage()}>
          {messages.app.showMore}
        </Button>
      )}
    </details>
  );
}
