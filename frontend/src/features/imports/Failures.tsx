import { useInfiniteQuery } from "@tanstack/react-query";
import Download from "lucide-react/icons/download";
import { useEffect } from "react";
import { allOf } from "@/api/pages";
import { messages } from "@/app/messages";
import { leadMessages } from "@/app/messages/leads";
import { count } from "@/lib/numbers";
import { Button } from "@/ui/Button";
import { Message } from "@/ui/Message";
import { Panel } from "@/ui/Panel";
import { Skeleton } from "@/ui/Skeleton";
import styles from "./Failures.module.css";
import { failuresFile, failuresQuery } from "./queries";

const m = leadMessages.imports;
const LONGEST = 240;

/** The rows that were not stored, each with its reason, to be read here or mended in a table. */
export function Failures({ slug, id, failed }: { slug: string; id: number; failed: number }) {
  const failures = useInfiniteQuery(failuresQuery(slug, id));
  const { refetch } = failures;
  const list = failures.data && allOf(failures.data.pages);
  const isBehind = list !== undefined && !failures.hasNextPage && list.length < failed;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new number is worth a look
  useEffect(() => {
    if (isBehind) void refetch();
  }, [isBehind, failed, refetch]);
  return (
    <Panel
      title={m.failuresTitle}
      text={m.failuresSubtitle}
      aside={
        <a href={failuresFile(slug, id)} download className={styles.download}>
          <Download size={16} aria-hidden />
          {m.download}
        </a>
      }
    >
      {failures.isPending && <Skeleton height={120} className={styles.bone} />}
      {list && list.length > 0 && (
        <table className={styles.table}>
          <caption className="visually-hidden">{m.failuresTitle}</caption>
          <thead>
            <tr>
              <th scope="col" className={styles.row}>
                {m.row}
              </th>
              <th scope="col">{m.reason}</th>
              <th scope="col">{m.raw}</th>
            </tr>
          </thead>
          <tbody>
            {list.map(({ row, reason, raw }) => (
              <tr key={row}>
                <th scope="row" className={styles.row}>
                  <span className={styles.label}>{m.row} </span>
                  {count(row)}
                </th>
                <td>{reason}</td>
                <td className={styles.raw} dir="auto">
                  {raw.trim() ? clip(raw) : <i>{m.emptyRow}</i>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {failures.isError && (
        <div className={styles.problem}>
          <Message
            tone="error"
            action={
              <Button busy={failures.isFetching} onClick={() => void failures.refetch()}>
                {messages.app.tryAgain}
              </Button>
            }
          >
            {m.failuresFailed}
          </Message>
        </div>
      )}
      {failures.hasNextPage && (
        <Button
          className={styles.more}
          busy={failures.isFetchingNextPage}
          onClick={() => void failures.fetchNextPage()}
        >
          {m.moreRows}
        </Button>
      )}
    </Panel>
  );
}

function clip(raw: string): string {
  return raw.length > LONGEST ? `${raw.slice(0, LONGEST)}…` : raw;
}
