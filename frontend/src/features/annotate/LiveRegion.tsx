import type { Article, Claim, Project } from "@/api/types";
import { messages } from "@/app/messages";
import { wordsOf } from "./marks";
import { plainWords } from "./OutcomeLine";
import type { Session } from "./session";

const m = messages.annotate;

type Props = { session: Session; article: Article; claim: Claim; project: Project };

/** Says to a screen reader what the last key did and what is asked now. */
export function LiveRegion({ session, article, claim, project }: Props) {
  return (
    <p role="status" className="visually-hidden">
      {m.live(doneWords(session, project), nextWords(session, article, claim))}
    </p>
  );
}

function doneWords({ outcome, step }: Session, project: Project): string {
  if (!outcome || step === "confidence") return "";
  if (outcome.kind !== "answered") return `${plainWords(outcome)}.`;
  return m.liveAnswered(outcome.claim.number, wordsOf(outcome.answer, project));
}

function nextWords({ step }: Session, article: Article, claim: Claim): string {
  if (step === "finished") return m.liveFinished;
  if (step === "confidence") return m.howSure;
  return m.liveNext(claim.number, article.claims.length);
}
