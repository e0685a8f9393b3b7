import { useMutation, useQueryClient } from "@tanstack/react-query";
import RotateCw from "lucide-react/icons/rotate-cw";
import { ApiError } from "@/api/client";
import { messages } from "@/app/messages";
import { leadMessages } from "@/app/messages/leads";
import { Button } from "@/ui/Button";
import { Message } from "@/ui/Message";
import { ProgressBar } from "@/ui/ProgressBar";
import styles from "./Live.module.css";
import { LiveLine } from "./LiveLine";
import { countAnew, type Known } from "./queries";

const m = leadMessages.dashboard;

type Props = {
  slug: string;
  isLead: boolean;
  known: Known;
  isReached: boolean;
  /** The scope of which the figures are shown. */
  scope: string;
  /** Whether chosen answers wait to be counted. */
  isWaiting: boolean;
};

/** Whether the figures are of all that is saved, and for a lead the way to count it anew. */
export function Live({ slug, isLead, known, isReached, scope, isWaiting }: Props) {
  const queries = useQueryClient();
  const beginning = useMutation({ mutationFn: () => countAnew(slug, queries, scope) });
  const { recomputation } = known.agreement;
  return (
    <>
      <div className={styles.live}>
        <LiveLine known={known} isReached={isReached} isWaiting={isWaiting} />
        {isLead && (
          <Button
            variant="quiet"
            className={styles.anew}
            busy={beginning.isPending || recomputation !== null}
            onClick={() => beginning.mutate()}
          >
            <RotateCw size={15} aria-hidden />
            {m.countAnew}
          </Button>
        )}
        {recomputation && (
          <ProgressBar
            value={recomputation.blocks_done}
            max={recomputation.blocks}
            label={m.countAnewProgress}
            className={styles.bar}
          />
        )}
      </div>
      {beginning.isError && (
        <div className={styles.failed}>
          <Message tone="error">{m.countAnewFailed(reasonOf(beginning.error))}</Message>
        </div>
      )}
    </>
  );
}

function reasonOf(error: Error): string {
  if (!(error instanceof ApiError)) return error.message;
  if (error.isUnreachable) return messages.app.unreachable;
  return error.status >= 500 ? messages.app.serverFailed : error.message;
}
