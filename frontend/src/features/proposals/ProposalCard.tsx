import { useMutation } from "@tanstack/react-query";
import Combine from "lucide-react/icons/combine";
import EyeOff from "lucide-react/icons/eye-off";
import Scissors from "lucide-react/icons/scissors";
import { useId } from "react";
import { ApiError } from "@/api/client";
import type { ListedProposal } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { dateTime, timeAgo } from "@/lib/time";
import { Ago } from "@/ui/Ago";
import { Button } from "@/ui/Button";
import { useNow } from "@/ui/useNow";
import { Effect } from "./Effect";
import styles from "./ProposalCard.module.css";
import { decide } from "./queries";

const m = leadMessages.proposals;
const ICONS = { split: Scissors, merge: Combine, exclude: EyeOff };

type Props = {
  proposal: ListedProposal;
  onDecided: (decided: ListedProposal) => void;
  /** The server says that it is not as it was shown. */
  onRefused: () => void;
};

/** What somebody proposes for a claim, with its effect, to be accepted or declined. */
export function ProposalCard({ proposal, onDecided, onRefused }: Props) {
  const heading = useId();
  const now = useNow(60_000);
  const Icon = ICONS[proposal.kind];
  return (
    <article className={styles.card} aria-labelledby={heading}>
      <div className={styles.head}>
        <Icon size={20} aria-hidden className={styles.icon} />
        <h2 id={heading} className={styles.title}>
          {m.headings[proposal.kind](proposal.number)}
        </h2>
      </div>
      <p className={styles.about}>
        <span
          dir="auto"
          lang={(proposal.title && proposal.language) || undefined}
          className={styles.article}
        >
          {proposal.title || leadMessages.articles.untitled}
        </span>
        <span>{m.by(proposal.annotator.name)}</span>
        <Ago
          iso={proposal.created_at}
          relative={timeAgo(proposal.created_at, now)}
          absolute={dateTime(proposal.created_at)}
        />
      </p>
      {proposal.note && (
        <p className={styles.note}>
          <b>{m.note}</b> <span dir="auto">{proposal.note}</span>
        </p>
      )}
      <Effect proposal={proposal} />
      {proposal.state === "open" ? (
        <Decision
          proposal={proposal}
          heading={heading}
          onDecided={onDecided}
          onRefused={onRefused}
        />
      ) : (
        <p className={styles.decided}>{outcomeOf(proposal)}</p>
      )}
    </article>
  );
}

function outcomeOf({ state, decided_by: by }: ListedProposal): string {
  if (state === "withdrawn") return m.withdrawn;
  if (state === "open" || by === null) return m.states[state];
  return m.decidedBy[state](by);
}

type DecisionProps = Props & { heading: string };

function Decision({ proposal, heading, onDecided, onRefused }: DecisionProps) {
  const deciding = useMutation({
    mutationFn: (accept: boolean) => decide(proposal.id, accept),
    onSuccess: onDecided,
    onError: (error) => {
      if (error instanceof ApiError && !error.isTemporary) onRefused();
    },
  });
  const { error, isPending, variables } = deciding;
  const press = (accept: boolean) => {
    if (!isPending) deciding.mutate(accept);
  };
  return (
    <div className={styles.actions}>
      {proposal.after && (
        <Button
          variant="primary"
          busy={isPending}
          aria-describedby={heading}
          onClick={() => press(true)}
        >
          {isPending && variables ? m.accepting : m.accept}
        </Button>
      )}
      <Button busy={isPending} aria-describedby={heading} onClick={() => press(false)}>
        {isPending && !variables ? m.declining : m.decline}
      </Button>
      {error && (
        <p role="alert" className={styles.error}>
          {error instanceof ApiError && !error.isTemporary ? error.message : m.decisionFailed}
        </p>
      )}
    </div>
  );
}
