import { count } from "@/lib/numbers";
import { plural } from "./plural";

const claims = (n: number) => plural(n, "claim", "claims");
const answers = (n: number) => plural(n, "answer", "answers");

/** Ends what is said of something that goes with an answer, as long as there is none. */
const WAITS = ", goes with your answer";

export const annotate = {
  title: "Annotate",
  skipToQuestion: "Skip to the question",
  claims,
  words: (n: number) => plural(n, "word", "words"),
  untitled: "Untitled article",
  progress: "Your progress",
  ofClaims: (n: number) => `of ${claims(n)}`,
  article: "Article",
  question: "Question",
  claim: "Claim",
  claimOf: (n: number) => `of ${count(n)}`,
  claimLabel: (n: number, state: string, quote: string) => `Claim ${n}, ${state}: ${quote}`,
  notAnswered: "not answered",
  skipped: "skipped",
  skippedCount: "Skipped",
  answeredAs: (source: string, confidence: number) => `${source}, confidence ${confidence}`,
  flagged: "Flagged",
  withState: (what: string, state: string) => `${what}, ${state}`,
  flaggedWord: "flagged",
  selectedWord: "selected",
  proposedWord: "change proposed",
  proposed: {
    split: "Split proposed",
    merge: "Merge proposed",
    exclude: "Exclusion proposed",
  },
  selected: (n: number) => `${claims(n)} selected`,
  selectedHint: "One answer goes to all.",
  clearSelection: "Clear the selection",
  marksSummary: (answered: number, skipped: number, open: number) =>
    `${count(answered)} answered, ${count(skipped)} skipped, ${count(open)} open`,
  leftOut: (n: number) => `${plural(n, "line", "lines")} left out`,
  leftOutHint: "These lines were taken for page furniture and hold no claims.",

  whoStandsBehind: "Who stands behind this claim?",
  howSure: "How sure are you?",
  undo: "Undo",
  more: "More",
  moreHint: "Every command",
  skip: "Skip",
  flag: "Flag",
  note: "Note",
  guide: "Guide",

  whySkipped: "Why is it skipped?",
  skipReasons: {
    no_claim: "No claim",
    cannot_tell: "Cannot tell",
    broken_text: "Broken text",
  },
  noReason: "No reason",
  skippedBecause: (reason: string) => `skipped: ${reason}`,
  backToSource: "Back",

  suggestion: "Suggestion",
  likely: (percent: string) => `${percent} likely`,
  uncertain: (percent: string) => `uncertain, ${percent} likely`,
  noSuggestion: "Nothing is suggested for this claim.",
  acceptIt: "Accept",
  acceptNamed: (source: string) => `Accept ${source}, with its words`,
  suggestionIs: (source: string, how: string) => `Suggested: ${source}, ${how}.`,

  keys: "Keyboard shortcuts",
  spans: {
    source: "Source",
    cue: "Cue",
    is: (part: string, words: string) => `${part}: “${words}”.`,
    isNone: (part: string) => `${part}: no words.`,
  },

  savedAs: (n: number) => `Claim ${n} saved as`,
  keptAs: (n: number) => `Claim ${n} kept as`,
  asAnswered: (source: string, confidence: number, points: number) =>
    `${source}, ${confidence}/${points}`,
  asSkipped: "skipped",
  severalSavedAs: (n: number) => `${claims(n)} saved as`,
  severalKeptAs: (n: number) => `${claims(n)} kept as`,
  undone: (n: number, now: string) => `Undone. Claim ${n}: ${now}`,
  severalUndone: (n: number) => `Undone for ${claims(n)}`,
  redone: (n: number, now: string) => `Redone. Claim ${n}: ${now}`,
  severalRedone: (n: number) => `Redone for ${claims(n)}`,
  nothingToUndo: "There is nothing to undo",
  nothingToRedo: "There is nothing to redo",
  outOfReach: "That is in an article that cannot be loaded now; try again when the network is back",
  adjusted: (n: number, isGiven: boolean) => `Claim ${n}: marked words kept${isGiven ? "" : WAITS}`,
  proposalSent: (n: number) => `Claim ${n}: proposal sent to the lead`,
  claimFlagged: (n: number, isGiven: boolean) =>
    `Claim ${n} flagged for the lead${isGiven ? "" : WAITS}`,
  claimUnflagged: (n: number) => `Claim ${n}: flag taken off`,
  noted: (n: number, isGiven: boolean) => `Claim ${n}: note kept${isGiven ? "" : WAITS}`,
  live: (done: string, next: string) => [done, next].filter(Boolean).join(" "),
  liveAnswered: (n: number, what: string) => `Claim ${n}: ${what}.`,
  liveSeveral: (n: number, what: string) => `${claims(n)}: ${what}.`,
  liveNext: (n: number, of: number, state: string) => `Claim ${n} of ${of}, ${state}.`,
  liveSkip: (reasons: string) => `Why is it skipped? ${reasons}. Enter: no reason.`,
  liveReason: (key: number, reason: string) => `${key}: ${reason}`,
  liveFinished: "Article finished. Press Enter for the next article.",

  finished: "Article finished",
  finishedText: (n: number) => (n === 1 ? "Its claim is done." : `All its ${claims(n)} are done.`),
  nextArticle: "Next article",
  progressTitle: "Progress",
  today: "You, today",
  wholeProject: "The project",
  answersToday: answers,
  todayShort: (n: number) => `${count(n)} today`,
  of: (n: number, of: number) => `${count(n)} of ${count(of)}`,
  reviewHint: "Choose any claim to change its answer.",

  withdrawn: "This article was given to somebody else by a lead. Your answers are kept and sent.",
  released:
    "This article went back to the queue while you were away. What you answer is still kept and sent.",
  closed: "This project takes no more answers. What you gave is kept.",
  goOn: "Go on to the next article",
  partFailed: "This could not be loaded: the server is not reached. Your answers are safe.",

  loading: "Loading the next article…",
  failedTitle: "The article could not be loaded",
  failed: "We could not reach the server. Keep this page open: unsent answers are kept in it.",
};
