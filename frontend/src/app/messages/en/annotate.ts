import { count } from "@/lib/numbers";
import { plural } from "./plural";

const claims = (n: number) => plural(n, "claim", "claims");

export const annotate = {
  title: "Annotate",
  skipToQuestion: "Skip to the question",
  claims,
  words: (n: number) => plural(n, "word", "words"),
  untitled: "Untitled article",
  progress: "Your progress",
  ofClaims: (n: number) => `of\u00a0${claims(n)}`,
  article: "Article",
  question: "Question",
  claim: "Claim",
  claimOf: (n: number) => `of ${count(n)}`,
  claimLabel: (n: number, state: string, quote: string) => `Claim ${n}, ${state}: ${quote}`,
  notAnswered: "not answered",
  skipped: "skipped",
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

  whoStandsBehind: "Who stands behind this claim?",
  howSure: "How sure are you?",
  undo: "Undo",
  more: "More",
  moreHint: "Every command",
  skip: "Skip",
  flag: "Flag",
  note: "Note",
  guide: "Guide",

  skipReasons: {
    no_claim: "No claim",
    cannot_tell: "Cannot tell",
    broken_text: "Broken text",
  },
  skippedBecause: (reason: string) => `skipped: ${reason}`,

  suggestion: "Suggestion",
  likely: (percent: string) => `${percent} likely`,
  uncertain: (percent: string) => `uncertain, ${percent} likely`,
  suggestionIs: (source: string, how: string) => `Suggested: ${source}, ${how}.`,

  keys: "Keyboard shortcuts",
  spans: {
    source: "Source",
    cue: "Cue",
    is: (part: string, words: string) => `${part}: “${words}”.`,
    isNone: (part: string) => `${part}: no words.`,
  },

  liveNext: (n: number, of: number, state: string) => `Claim ${n} of ${of}, ${state}.`,
  liveSkip: (reasons: string) => `Why is it skipped? ${reasons}. Enter: no reason.`,
  liveReason: (key: number, reason: string) => `${key}: ${reason}`,
  liveFinished: "Article finished. Press Enter for the next article.",

  todayShort: (n: number) => `${count(n)} today`,

  partFailed: "This could not be loaded: the server is not reached. Your answers are safe.",

  loading: "Loading the next article…",
  failedTitle: "The article could not be loaded",
  failed: "We could not reach the server. Keep this page open: unsent answers are kept in it.",
};
