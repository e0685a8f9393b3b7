import { useInfiniteQuery } from "@tanstack/react-query";
import { allOf } from "@/api/pages";
import type { Token } from "@/api/types";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { Button } from "@/ui/Button";
import { Message } from "@/ui/Message";
import { Skeleton, useDelay } from "@/ui/Skeleton";
import { tokensQuery } from "./queries";
import styles from "./Tokens.module.css";
import { TokenTable } from "./TokenTable";

const m = panelMessages.account;

export function TokenList({ onRevoke }: { onRevoke: (token: Token) => void }) {
  const tokens = useInfiniteQuery(tokensQuery);
  const late = useDelay();
  const list = tokens.data && allOf(tokens.data.pages);
  return (
    <>
      {tokens.isPending && late && (
        <div className={styles.bones}>
          <Skeleton height={20} />
          <Skeleton height={20} />
        </div>
      )}
      {list?.length === 0 && <p className={styles.none}>{m.none}</p>}
      {list && list.length > 0 && <TokenTable tokens={list} onRevoke={onRevoke} />}
      {tokens.isError && (
        <Message
          tone="error"
          action={
            <Button busy={tokens.isFetching} onClick={() => void tokens.refetch()}>
              {messages.app.tryAgain}
            </Button>
          }
        >
          {m.failed}
        </Message>
      )}
      {tokens.hasNextPage && (
        <Button busy={tokens.isFetchingNextPage} onClick={() => void tokens.fetchNextPage()}>
          {messages.app.showMore}
        </Button>
      )}
    </>
  );
}
