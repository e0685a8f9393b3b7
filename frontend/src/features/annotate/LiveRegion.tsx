import { useState } from "react";
import type { Article, Claim, Project } from "@/api/types";
import { messages } from "@/app/messages";
import { probability } from "@/lib/numbers";
import { choiceOf, factsOf, isOffered, SKIP_REASONS, stateWords, wordsOf } from "./marks";
import { plainWords } from "./OutcomeLine";
import { type Session, suggestionOf } from "./state";
import { textOf } from "./text";

const m = messages.annotate;

type Props = { session: Session; article: Article; claim: Claim; project: Project };

/** Says to a screen reader what the last key did, once, and what is asked now. */
export function LiveRegion(props: Props) {
  const serial = props.session.outcome?.serial ?? null;
  const next = nextWords(props);
  const [spoken, speak] = useState({ serial, next, text: m.live(doneWords(props), next) });
  const isNews = serial !== null && serial !== spoken.serial;
  if (isNews || spoken.next !== next) {
    const text = m.live(isNews ? doneWords(props) : "", next);
    speak({ serial: serial ?? spoken.serial, next, text });
  }
  return (
    <p role="status" className="visually-hidden">
      {spoken.text}
    </p>
  );
}

function doneWords({ session, project }: Props): string {
  const { outcome } = session;
  if (!outcome) return "";
  if (outcome.kind !== "answered") return `${plainWords(outcome, project)}.`;
  const words = wordsOf(outcome.answer, project);
  return outcome.count > 1
    ? m.liveSeveral(outcome.count, words)
    : m.liveAnswered(outcome.claim.number, words);
}

function nextWords(props: Props): string {
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
  return [next, selected, suggestionWords(props)].filter(Boolean).join(" ");
}

function suggestionWords({ session, claim, project }: Props): string {
  const suggestion = suggestionOf(session, claim);
  const type = choiceOf(project, suggestion?.source_type ?? null);
  if (!suggestion || !type || session.answers.has(claim.id)) return "";
  const share = probability(suggestion.score);
  const how = isOffered(project, suggestion) ? m.likely(share) : m.uncertain(share);
  return m.suggestionIs(type.name, how);
}
