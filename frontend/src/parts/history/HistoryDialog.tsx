import type { Claim } from "@/api/types";
import { messages } from "@/app/messages";
import { panelMessages } from "@/app/messages/panels";
import { writtenIn } from "@/lib/writtenIn";
import { Dialog } from "@/ui/Dialog";
import { ClaimHistory, type HistoryOf } from "./ClaimHistory";
import styles from "./HistoryDialog.module.css";

const m = panelMessages.history;

type Props = {
  claim: Pick<Claim, "id" | "number" | "quote"> & { language: string };
  project: HistoryOf;
  onClose: () => void;
};

/** What was said of a claim, over the screen. */
export function HistoryDialog({ claim, project, onClose }: Props) {
  return (
    <Dialog title={m.title(claim.number)} closeLabel={messages.app.close} onClose={onClose}>
      <blockquote className={styles.quote} {...writtenIn(claim)}>
        {claim.quote}
      </blockquote>
      <ClaimHistory claim={claim.id} project={project} />
    </Dialog>
  );
}
