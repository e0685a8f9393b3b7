import { useEffect, useRef, useState } from "react";
import type { ArticleSummary } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { Button } from "@/ui/Button";
import { Message } from "@/ui/Message";
import { ArticleTable } from "./ArticleTable";
import styles from "./Assignable.module.css";
import { AssignBar } from "./AssignBar";
import { type Outcome, useAssigning } from "./useAssigning";

const m = leadMessages.assigning;

type Props = {
  slug: string;
  articles: ArticleSummary[];
  hrefOf: (article: number) => string;
};

/** The list of articles for a lead, who gives them to people by name and takes them away. */
export function Assignable({ slug, articles, hrefOf }: Props) {
  const [selected, select] = useState<ReadonlySet<number>>(new Set());
  const { outcome, assigning, withdrawing } = useAssigning(slug, articles);
  const give = (to: { id: number; name: string }, ids: readonly number[]) =>
    assigning.mutate({ to, ids }, { onSuccess: () => select(new Set()) });
  return (
    <>
      {outcome && (
        <Told
          outcome={outcome}
          isBusy={assigning.isPending}
          onGiveBack={({ article, from }) => give(from, [article])}
        />
      )}
      <ArticleTable
        articles={articles}
        hrefOf={hrefOf}
        hands={{
          selected,
          onSelect: select,
          onWithdraw: (article, assignment) => {
            if (!withdrawing.isPending) withdrawing.mutate({ article, assignment });
          },
        }}
      />
      {selected.size > 0 && (
        <AssignBar
          slug={slug}
          count={selected.size}
          isBusy={assigning.isPending}
          onAssign={(to) => give(to, [...selected])}
          onClear={() => select(new Set())}
        />
      )}
    </>
  );
}

type ToldProps = {
  outcome: Outcome;
  isBusy: boolean;
  onGiveBack: (taken: NonNullable<Outcome["taken"]>) => void;
};

/** What was done; it takes the focus, for what was pressed is often gone. */
function Told({ outcome, isBusy, onGiveBack }: ToldProps) {
  const box = useRef<HTMLDivElement>(null);
  const { tone, text, details, taken } = outcome;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each outcome is told once
  useEffect(() => box.current?.focus(), [outcome]);
  return (
    <div className={styles.told}>
      <Message
        ref={box}
        tone={tone}
        action={
          taken && (
            <Button busy={isBusy} onClick={() => onGiveBack(taken)}>
              {m.giveBack}
            </Button>
          )
        }
      >
        {text}
        {details.length > 0 && (
          <ul className={styles.details}>
            {details.map((one) => (
              <li key={one} dir="auto">
                {one}
              </li>
            ))}
          </ul>
        )}
      </Message>
    </div>
  );
}
