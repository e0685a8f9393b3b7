import { count } from "@/lib/numbers";
import { account } from "./account";
import { banner, lookingOn } from "./banner";
import { card } from "./card";
import { decisions } from "./decisions";
import { guide } from "./guide";
import { keys } from "./keys";
import { note, rules, spans } from "./marking";
import { outcome } from "./outcome";
import { plural } from "./plural";
import { unsent } from "./unsent";

const claims = (n: number) => plural(n, "claim", "claims");

const jump = {
  title: "Claims of this article",
  filter: "Filter the claims",
  placeholder: "Words, a number, “open” or “flagged”",
  list: "Claims",
  /** What can be typed for a state; the words beside a claim are searched too. */
  words: { open: "open", flagged: "flagged", skipped: "skipped", answered: "answered" },
  flagged: "flagged",
  current: "current",
  shown: (n: number, of: number) => (n === of ? claims(n) : `${count(n)} of ${claims(of)}`),
  selected: (n: number) => `${count(n)} selected`,
  none: "No claim matches.",
  clear: "Show all",
  hint: "↑ ↓ choose, ↵ goes there, Space selects several for one answer",
};

const history = {
  title: (number: number) => `History of claim ${number}`,
  open: "History",
  openOf: (number: number) => `History of claim ${number}`,
  openIn: (number: number, article: string) =>
    `History of claim ${number} of ${article ? `“${article}”` : "an untitled article"}`,
  about: (number: number, article: string) =>
    `Claim ${count(number)} of ${article ? `“${article}”` : "an untitled article"}`,
  loading: "Loading the history…",
  failed: "The history could not be loaded.",
  none: "Nobody has answered this claim yet.",
  noneOwn: "You have not answered this claim yet.",
  more: "Show earlier changes",
  you: "You",
  undo: "Undo",
  redo: "Redo",
  answered: (answer: string) => `Answered: ${answer}`,
  takenBack: (answer: string) => `Answer taken back: ${answer}`,
  unchanged: "Saved again without a change",
  answer: (source: string, confidence: string) => `${source}, confidence ${confidence}`,
  skipped: "skipped",
  skippedAs: (reason: string) => `skipped (${reason})`,
  changedAnswer: (before: string, after: string) => `Changed from ${before} to ${after}`,
  confidence: (before: string, after: string) => `Confidence changed from ${before} to ${after}`,
  of: (value: number, most: number) => `${count(value)} of ${count(most)}`,
  flagOn: (flag: string) => `Marked: ${flag}`,
  flagOff: (flag: string) => `Mark taken off: ${flag}`,
  flags: {
    flagged: "flagged for the lead",
    several_sources: "several sources",
    second_hand: "second hand",
  },
  noteAdded: (note: string) => `Note: “${note}”`,
  noteChanged: (note: string) => `Note changed to “${note}”`,
  noteRemoved: "Note removed",
  source: "Words of the source changed",
  cue: "Words of the cue changed",
  revision: (n: number) => `guidelines ${n}`,
  accepted: "suggestion accepted",
};

const propose = {
  title: (number: number) => `Propose another cut of claim ${number}`,
  text: "A lead decides. Until then the claim stays as it is, and so do your answers.",
  kind: "What should happen to it?",
  kinds: {
    split: "Split it in two",
    merge: "Merge it with the next claim",
    exclude: "Exclude it: it is no claim",
  },
  kindHints: {
    split: "Two sources or two statements are in it.",
    merge: "It is half a statement; the next claim is the rest.",
    exclude: "A question, thanks, page furniture.",
  },
  cannotSplit: "It is a single word.",
  cannotMerge: "It is the article’s last claim.",
  place: "Where it is split",
  placeHint: "← and → move the cut by a word. Or choose the place between two words.",
  placeBefore: (word: string) => `before “${word}”`,
  first: "First claim",
  second: "Second claim",
  thisClaim: (n: number) => `Claim ${n}`,
  together: "Both together",
  note: "Why?",
  noteHint: "A line for the lead.",
  noteOptional: "Why? (optional)",
  needsNote: "Say in a line why it is no claim.",
  send: "Propose",
  sending: "Proposing…",
  cancel: "Cancel",
  failed: (reason: string) => `The proposal was not taken. ${reason}`,
  unreachable: "We could not reach the server. Try again.",
  ownTitle: (number: number) => `Your proposal for claim ${number}`,
  ownText: "It waits for a lead. You can withdraw it and make another.",
  own: {
    split: "You propose to split it in two.",
    merge: "You propose to merge it with the next claim.",
    exclude: "You propose to exclude it.",
  },
  ownNote: (note: string) => `Your reason: ${note}`,
  withdraw: "Withdraw",
  withdrawing: "Withdrawing…",
  close: "Close",
};

const end = {
  title: "Nothing waiting for you",
  unsent: (n: number) =>
    `${plural(n, "answer is", "answers are")} still on the way; more articles may come after that.`,
  today: "You, today",
  total: "You, in total",
  answers: (n: number) => plural(n, "answer", "answers"),
  ofClaims: (answered: number, available: number) => `${count(answered)} of ${claims(available)}`,
  project: "The project",
  projectOf: (answers: number, needed: number) =>
    `${count(answers)} of ${plural(needed, "answer", "answers")}`,
  whenTitle: "New work comes",
  whenAdded: "when a lead adds articles or gives you one by name",
  whenLapsed: (n: number) =>
    `when a colleague leaves an article: ${plural(n, "answer is", "answers are")} still missing`,
  closed: "This project is closed: no more work comes unless a lead opens it again.",
  draft: "This project is not open yet: its leads are still setting it up.",
  look: "Look again",
  looking: "Looking…",
  back: "See my answers",
};

const disputed = {
  title: "Most disputed claims",
  text: "Where people are sure and differ. What was said of a claim, and when, is its history.",
  answer: (who: string, source: string, confidence: number) =>
    `${who}: ${source}, ${count(confidence)}`,
  none: "So far no claim has counted answers that differ.",
  failed: "The disputed claims could not be loaded.",
  ofAll: "Of all answers, whatever is filtered.",
  between: (one: string, other: string) =>
    `Only claims of which somebody says “${one}” and somebody “${other}”.`,
  allDisputed: "Show all disputed claims",
  noneBetween: "No claim has counted answers of both kinds.",
  more: "Show more",
};

export const panels = {
  account,
  banner,
  card,
  keys,
  guide,
  jump,
  history,
  propose,
  end,
  lookingOn,
  disputed,
  decisions,
  note,
  outcome,
  rules,
  spans,
  unsent,
};
