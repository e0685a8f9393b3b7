import { useQuery } from "@tanstack/react-query";
import type { Guidelines } from "@/api/types";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { Button } from "@/ui/Button";
import { Message } from "@/ui/Message";
import { revisionQuery } from "./queries";
import styles from "./RevisionChanges.module.css";
import { RevisionDiff } from "./RevisionDiff";

const m = panelMessages.guide;

type Props = {
  slug: string;
  shown: Guidelines;
  /** The number of the other revision. */
  comparedWith: number;
  /** The rank of the heading; those of the sections are of the third. */
  heading?: "h2" | "h3";
};

/** What is not the same in two revisions, always from the older to the newer. */
export function RevisionChanges({ slug, shown, comparedWith, heading: Heading = "h3" }: Props) {
  const other = useQuery(revisionQuery(slug, comparedWith));
  if (other.isPending) return <p>{m.loading}</p>;
  if (other.isError) {
    return (
      <Message
        tone="error"
        action={<Button onClick={() => void other.refetch()}>{messages.app.tryAgain}</Button>}
      >
        {m.failed}
      </Message>
    );
  }
  const [older, newer] = comparedWith < shown.number ? [other.data, shown] : [shown, other.data];
  return (
    <div className={styles.changes}>
      <Heading className={styles.title}>{m.changesTitle(older.number, newer.number)}</Heading>
      {newer.change_note && <p className={styles.note}>{newer.change_note}</p>}
      <RevisionDiff before={older.body} after={newer.body} />
    </div>
  );
}
