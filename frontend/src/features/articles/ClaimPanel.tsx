import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import { messages } from "@/app/messages";
import { leadMessages } from "@/app/messages/leads";
import type { Span } from "@/lib/offsets";
import { writtenIn } from "@/lib/writtenIn";
import { Button, IconButton } from "@/ui/Button";
import { Message } from "@/ui/Message";
import { ChoicePanel } from "./ChoicePanel";
import styles from "./ClaimPanel.module.css";
import { CorrectTools } from "./CorrectTools";
import type { Claim, Corrections } from "./cut";
import { MarkedPanel } from "./MarkedPanel";
import { SuggestionView } from "./SuggestionView";
import { keyOf } from "./spans";
import type { Act } from "./useEditing";
import type { Renewal } from "./useSuggestions";
import type { ClaimView } from "./views";

const m = leadMessages.articles;

type Props = {
  state: Corrections;
  views: readonly ClaimView[];
  shown: { claims: readonly Claim[]; selected: number };
  marked: Span | null;
  threshold: number;
  renewal: Renewal;
  act: Act;
};

/** The selected claim: what is suggested for it and why, and all that can be corrected of it. */
export function ClaimPanel(props: Props) {
  const { state, views, shown, marked, threshold, renewal, act } = props;
  const { language } = renewal;
  const { points, findings, mode } = state;
  const claim = shown.claims[shown.selected];
  const view = views[shown.selected];
  const judged = views.filter(({ number }) => number !== null).length;
  return (
    <section className={styles.card} aria-labelledby="claim-panel">
      <div className={styles.head}>
        <h2 id="claim-panel" className={styles.heading}>
          {view ? (view.number ? m.claimOf(view.number, judged) : m.excludedClaim) : m.noClaims}
        </h2>
        <IconButton
          label={m.previous}
          aria-keyshortcuts="k"
          onClick={() => act({ type: "step", by: -1 })}
        >
          <ChevronLeft size={18} aria-hidden />
        </IconButton>
        <IconButton
          label={m.next}
          aria-keyshortcuts="j"
          onClick={() => act({ type: "step", by: 1 })}
        >
          <ChevronRight size={18} aria-hidden />
        </IconButton>
      </div>
      {claim && mode?.kind !== "split" && (
        <p className={styles.quote} {...writtenIn({ language })}>
          {points.slice(claim)}
        </p>
      )}
      {!claim && <p className={styles.none}>{m.noClaimsText}</p>}
      {marked ? (
        <MarkedPanel state={state} marked={marked} language={language} act={act} />
      ) : mode ? (
        <ChoicePanel state={state} mode={mode} language={language} act={act} />
      ) : (
        <>
          {claim && view && (
            <SuggestionView
              view={view}
              suggestion={findings.get(keyOf(claim))}
              points={points}
              threshold={threshold}
              language={language}
            />
          )}
          <CorrectTools state={state} act={act} />
        </>
      )}
      {renewal.failure && (
        <div className={styles.problem}>
          <Message
            tone="warn"
            action={<Button onClick={renewal.retry}>{messages.app.tryAgain}</Button>}
          >
            {renewal.failure}
          </Message>
        </div>
      )}
    </section>
  );
}
