import { useState } from "react";
import type { Article, Claim, Project } from "@/api/types";
import { messages } from "@/app/messages";
import { probability } from "@/lib/numbers";
import { Lazily } from "./LazyPart";
import { choiceOf, factsOf, isOffered, SKIP_REASONS, stateWords } from "./marks";
import { parts } from "./panelParts";
import { type Outcome, type Session, suggestionOf } from "./state";
import { textOf } from "./text";

const m = messages.annotate;

type Props = { session: Session; article: Article; claim: Claim; project: Project };

const SILENCE = {
  serial: null as number | null,
  claim: null as number | null,
  next: "",
  done: null as Outcome | null,
  asked: "",
};

/** Says to a screen reader what the last key did, once, and what is asked now. */
export function LiveRegion(props: Props) {
  const claim = props.claim.id;
  const serial = props.session.outcome?.serial ?? null;
  const next = nextWords(props);
  const [spoken, speak] = useState(SILENCE);
  const isNews = serial !== null && serial !== spoken.serial;
  const isAnother = claim !== spoken.claim;
  if (isNews || isAnother || spoken.next !== next) {
    speak({
      serial: serial ?? spoken.serial,
      claim,
      next,
      done: isNews ? props.session.outcome : null,
      asked: isAnother ? nextWords(props, props.claim.quote) : next,
    });
  }
  const { done, asked } = spoken;
  const { project } = props;
  return (
    <p role="status" className="visually-hidden">
      {done && <Lazily part={parts.spokenOutcome} isUnasked own={{ outcome: done, project }} />}
      {asked}
    </p>
  );
}

/** Say what is asked; the words of a claim are read when it comes, not again with every key. */
function nextWords(props: Props, quote = ""): string {
  const { session, article, claim, project } = props;
  const { step, adjusting, selection } = session;
  if (adjusting) {
    const span = adjusting[adjusting.part];
    const part = m.spans[adjusting.part];
    return span ? m.spans.is(part, textOf(article).points.slice(span)) : m.spans.isNone(part);
  }
  if (step === "finished") return m.liveFinished;
  if (step === "confidence") return m.howSure;
  if (step === "skip") {
    const reasons = SKIP_REASONS.map((code, at) => m.liveReason(at + 1, m.skipReasons[code]));
    return m.liveSkip(reasons.join(", "));
  }
  const state = stateWords(factsOf(session, article, claim), project);
  const next = m.liveNext(claim.number, article.claims.length, state);
  const selected = selection.size > 0 ? `${m.selected(selection.size)}.` : "";
  return [next, quote, selected, suggestionWords(props)].filter(Boolean).join(" ");
}

function suggestionWords({ session, claim, project }: Props): string {
  const suggestion = suggestionOf(session, claim);
  const type = choiceOf(project, suggestion?.source_type ?? null);
  if (!suggestion || !type || session.answers.has(claim.id)) return "";
  const share = probability(suggestion.score);
  const how = isOffered(project, suggestion) ? m.likely(share) : m.uncertain(share);
  return m.suggestionIs(type.name, how);
}
