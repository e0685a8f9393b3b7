import { count } from "@/lib/numbers";
import { plural } from "./plural";

const NEEDS_TWO = "Agreement needs two people on the same claims.";

export const dashboard = {
  title: "Dashboard",
  heading: (project: string) => `Dashboard of ${project}`,
  figures: {
    source_type: "Agreement on source type",
    confidence: "Agreement on confidence",
  },
  coefficient: { nominal: "Krippendorff’s α", ordinal: "Krippendorff’s α, ordinal" },
  notYet: "Not yet",
  undefined: "Undefined",
  bands: {
    reliable: "At .80 or above: conclusions can rest on these answers.",
    tentative: ".667–.80: tentative conclusions.",
    too_low: "Below .667: too low to draw conclusions.",
    below_chance: "Below 0: people agree less often than chance would have them.",
  },
  reasons: {
    no_data: (claims: number) =>
      claims === 0
        ? `${NEEDS_TWO} There are no claims yet.`
        : `${NEEDS_TWO} None of the ${plural(claims, "claim", "claims")} has an answer yet.`,
    not_counted: "Answers are saved but not counted yet. The first figures follow.",
    insufficient_raters: (answered: number, claims: number) =>
      `${NEEDS_TWO} So far one person has answered ${count(answered)} of ${plural(claims, "claim", "claims")}.`,
    no_pairable_units: (answered: number, people: number) =>
      `${NEEDS_TWO} So far ${plural(people, "person has", "people have")} answered ${plural(answered, "claim", "claims")}, none of them in common.`,
    no_variation: (percentAgreement: string) =>
      `Everybody gave the same answer, so chance-corrected agreement is undefined; percent agreement is ${percentAgreement}.`,
  },
  basis: (claims: number, people: number) =>
    `α of ${plural(claims, "claim", "claims")} answered by at least two people, ${plural(people, "annotator", "annotators")}`,
  percentAgreement: (share: string) => `percent agreement ${share}`,
  computed: "computed",
  changed: (figure: string, value: string, meaning: string) => `${figure}: ${value}. ${meaning}`,
  progress: "Progress",
  progressNone: "No claims yet",
  answersOf: (answers: number, needed: number) =>
    `${count(answers)} of ${plural(needed, "answer", "answers")}`,
  progressOf: (articles: number, claims: number, overlap: number) =>
    `${plural(articles, "article", "articles")}, ${plural(claims, "claim", "claims")}, ${plural(overlap, "answer", "answers")} each`,
  live: {
    counted: "Up to date: every saved answer is counted.",
    pending: (changes: number) =>
      `Catching up: ${plural(changes, "change", "changes")} not yet counted.`,
    noWorker: (minutes: number) =>
      `No worker has been seen for ${minutes} min. Answers are safe and will be counted once it is back.`,
    noWorkerEver:
      "No worker has been seen yet. Answers are safe and will be counted once one is there.",
    unreachable: "The server cannot be reached. These are the last figures; we keep trying.",
  },
  failedAgreement: "The agreement could not be loaded.",
  failedProgress: "The progress could not be loaded.",
  people: "Each annotator’s progress",
  peopleText: "Claims answered of those assigned. Annotators see only their own row.",
  columns: {
    name: "Annotator",
    answered: "Answered",
    skipped: "Skipped",
    articles: "Articles",
    lastSaved: "Last saved",
  },
  barOf: (name: string) => `Claims answered by ${name}`,
  answeredOf: (answered: number, assigned: number) => `${count(answered)} of ${count(assigned)}`,
  nothingAssigned: "nothing assigned yet",
  articlesDone: (done: number) => `${count(done)} done`,
  articlesOpen: (open: number) => `${count(open)} open`,
  articlesNone: "none",
  never: "never",
  nobodyTitle: "Nobody annotates here yet",
  nobody: "An administrator adds people to a project.",
  noArticlesTitle: "Start with one article",
  noArticles: "Its sentences become claims for your annotators to judge.",
  importArticle: "Import an article",
  exportTitle: "Export",
  exportText:
    "One JSON object a line for every answer: claim, exact quote and offsets, annotator, source type, confidence, times and guideline revision.",
  download: "Download annotations (JSONL)",
  byApi: "The same by API",
  tokenHint: "The command reads an API token from ONRECORD_TOKEN.",
  makeToken: "Make a token",
};
