import { useState } from "react";
import type { Article, Claim, Project } from "@/api/types";
import { messages } from "@/app/messages";
import { probability } from "@/lib/numbers";
import { writtenIn } from "@/lib/writtenIn";
import { Lazily } from "./LazyPart";
import { choiceOf, factsOf, isOffered, SKIP_REASONS, stateWords } from "./marks";
import { parts } from "./panelParts";
import { type Outcome, type Session, suggestionOf } from "./state";
import { textOf } from "./text";

const m = messages.annotate;

type Props = { session: Session; article: Article; claim: Claim; project: Project };

/** The words of the article stand apart, as they may be in another language. */
type Said = readonly [before: string, quote?: string, after?: string | undefined];

/** Where the words of the article go in a sentence about them. */
const GAP = "\0";

const SILENCE = {
  serial: null as number | null,
  claim: null as number | null,
  next: "",
  done: null as Outcome | null,
  asked: [""] as Said,
};

/** Says to a screen reader what the last key did, once, and what is asked now. */
export function LiveRegion(props: Props) {
  const claim = props.claim.id;
  const serial = props.session.outcome?.serial ?? null;
  const asking = nextWords(props);
  const next = asking.join("");
  const [spoken, speak] = useState(SILENCE);
  const isNews = serial !== null && serial !== spoken.serial;
  const isAnother = claim !== spoken.claim;
  if (isNews || isAnother || spoken.next !== next) {
    speak({
      serial: serial ?? spoken.serial,
      claim,
      next,
      done: isNews ? props.session.outcome : null,
      asked: isAnother ? nextWords(props, props.claim.quote) : asking,
    });
  }
  const [before, quote, after] = spoken.asked;
  const { done } = spoken;
  const { project, article } = props;
  return (
    <p role="status" className="visually-hidden">
      {done && <Lazily part={parts.spokenOutcome} isUnasked own={{ outcome: done, project }} />}
      {before}
      {quote && <span {...writtenIn(article)}>{quote}</span>}
      {after}
    </p>
  );
}

/** Say what is asked; the words of a claim are read when it comes, not again with every key. */
function nextWords(props: Props, quote = ""): Said {
  const { session, article, claim, project } = props;
  const { step, adjusting, selection } = session;
  if (adjusting) {
    const span = adjusting[adjusting.part];
    const part = m.spans[adjusting.part];
    if (!span) return [m.spans.isNone(part)];
    const [before = "", after] = m.spans.is(part, GAP).split(GAP);
    return [before, textOf(article).points.slice(span), after];
  }
  if (step === "finished") return [m.liveFinished];
  if (step === "confidence") return [m.howSure];
  if (step === "skip") {
    const reasons = SKIP_REASONS.map((code, at) => m.liveReason(at + 1, m.skipReasons[code]));
    return [m.liveSkip(reasons.join(", "))];
  }
  const state = stateWords(factsOf(session, article, claim), project);
  const next = m.liveNext(claim.number, article.claims.length, state);
  const selected = selection.size > 0 ? ` ${m.selected(selection.size)}.` : "";
  return [quote ? `${next} ` : next, quote, selected + suggestionWords(props)];
}

function suggestionWords({ session, claim, project }: Props): string {
  const suggestion = suggestionOf(session, claim);
  const type = choiceOf(project, suggestion?.source_type ?? null);
  if (!suggestion || !type || session.answers.has(claim.id)) return "";
  const share = probability(suggestion.score);
  const how = isOffered(project, suggestion) ? m.likely(share) : m.uncertain(share);
  return ` ${m.suggestionIs(type.name, how)}`;
}
