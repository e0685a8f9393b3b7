import { count } from "@/lib/numbers";
import { plural } from "./plural";

const claims = (n: number) => plural(n, "claim", "claims");

export const article = {
  back: "All articles",
  beside: "Articles beside this one",
  previous: "Previous article",
  next: "Next article",
  neighbor: (which: string, title: string) => `${which}: ${title}`,
  loading: "Loading the article…",
  failed: "The article could not be loaded.",
  missing: "There is no such article",
  missingText: "It may be in another project, or the link may be incomplete.",
  notForAnnotators: "What others say of an article is for leads and viewers.",
  language: {
    is: (name: string) => `Language: ${name}`,
    unknown: "not stated",
    change: "Change",
    changeIt: "Change the language",
    effect:
      "Screen readers read the text in this language. Claims, suggestions and answers stay as they are.",
    wrong: "This is no tag of a language. Nothing was saved; give one such as en, de or pt-BR.",
    saved: "Saved",
    notSaved:
      "The language could not be saved. What you typed is still here: try again in a moment.",
  },
  text: "Article",
  left: {
    lines: (n: number) => `${plural(n, "line", "lines")} left out`,
    sentences: (n: number) => `${plural(n, "sentence", "sentences")} excluded`,
    both: (lines: string, sentences: string) => `${lines}, ${sentences}`,
  },
  leftOutHint: "Not part of the article, or no claim. Annotators are not asked about it.",
  excluded: (why: string) => `excluded: ${why}`,
  byLead: "by a lead",

  claims: "Claims and answers",
  loadingClaims: "Loading the answers…",
  failedClaims: "The answers could not be loaded.",
  more: "Loading more claims…",
  filter: "Which claims",
  all: (n: number) => `All ${count(n)}`,
  split: (n: number) => `Differ ${count(n)}`,
  remarked: (n: number) => `Flagged or noted ${count(n)}`,
  none: {
    all: "This article has no claims.",
    split: "Nobody differs on a claim of this article.",
    remarked: "No answer is flagged for the lead or has a note.",
  },
  unanswered: "Nobody has answered yet. What people say appears here as soon as it is saved.",
  held: "This article is yours to annotate too, and you have not finished it.",
  heldText: "So that you judge for yourself, the answers of others stay hidden until you have.",
  showHeld: "Show them now",

  claim: (number: number) => `Claim ${count(number)}`,
  gone: (number: number) => `Claim ${count(number)}, replaced`,
  markLabel: (number: number, state: string, quote: string) =>
    `Claim ${count(number)}, ${state}: ${quote}`,
  inText: "In the text",
  inTextOf: (number: number) => `Claim ${count(number)} in the text`,
  states: {
    agree: "all agree",
    split: "differ",
    one: "one answer",
    skipped: "skipped",
    open: "no answer yet",
  },
  withRemark: (state: string) => `${state}, flagged or noted`,
  code: (code: string) => `Annotator ${code}`,
  sure: (word: string, of: string) => `${word}, ${of}`,
  source: "Source",
  cue: "Cue",
  quoted: (words: string) => `“${words}”`,
  note: "Note",
  skipped: "Skipped",
  skippedAs: (reason: string) => `Skipped: ${reason}`,
  suggested: "Suggested",
  suggestion: (type: string, score: string, rule: string) => `${type}, ${score} (${rule})`,
  taken: "suggestion accepted",
  passed: "suggestion shown",
  proposals: (n: number) =>
    n === 1 ? "A change of it is proposed" : `${count(n)} changes of it are proposed`,
  replaced: (n: number, isMore: boolean) =>
    isMore ? `${claims(n)} or more replaced` : `${claims(n)} replaced`,
  replacedHint:
    "Split, merged or excluded by a lead. What was said of them is kept and counts no more.",
};
