import { count } from "@/lib/numbers";
import { plural } from "./plural";

const claims = (n: number) => plural(n, "claim", "claims");
const answers = (n: number) => plural(n, "answer", "answers");

/** Of what the card of the claim shows beside or after its questions. */
export const card = {
  leftOut: (n: number) => `${plural(n, "line", "lines")} left out`,
  leftOutHint: "These lines were taken for page furniture and hold no claims.",
  whySkipped: "Why is it skipped?",
  noReason: "No reason",
  backToSource: "Back",
  noSuggestion: "Nothing is suggested for this claim.",
  acceptIt: "Accept",
  acceptNamed: (source: string) => `Accept ${source}, with its words`,
  skippedCount: "Skipped",
  finished: "Article finished",
  finishedText: (n: number) => (n === 1 ? "Its claim is done." : `All its ${claims(n)} are done.`),
  nextArticle: "Next article",
  progressTitle: "Progress",
  today: "You, today",
  wholeProject: "The project",
  answersToday: answers,
  of: (n: number, of: number) => `${count(n)} of ${count(of)}`,
  reviewHint: "Choose any claim to change its answer.",
};
