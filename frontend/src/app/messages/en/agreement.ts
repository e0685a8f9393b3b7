import { count } from "@/lib/numbers";
import { plural } from "./plural";

const CHANGES = {
  higher: "higher than before: the intervals have nothing in common",
  lower: "lower than before: the intervals have nothing in common",
};
const OF_ALL = "Of all answers, whatever is filtered.";

/** What several panels say. */
export const panels = {
  interval: (low: string, high: string) => `, 95% interval ${low} to ${high}`,
  reasons: {
    ok: "unknown",
    no_data: "no answers",
    insufficient_raters: "one annotator only",
    no_pairable_units: "no claim in common",
    no_variation: "everybody gave the same answer",
    single_unit: "one claim only",
    single_article: "one article only",
  },
};

export const pairs = {
  title: "Who agrees with whom",
  text: "Cohen’s κ of every pair. Open a cell to read the claims they split on.",
  box: "Who agrees with whom, every pair",
  grid: "Cohen’s κ and claims in common of every two annotators. Arrow keys move between pairs.",
  nobody: "Nobody’s answers are counted yet. Pairs come with the first answers of two people.",
  oneOnly: "Only one person has answered so far. Pairs need two people on the same claims.",
  noneEnough: (enough: number) => `No pair has ${plural(enough, "claim", "claims")} in common yet.`,
  noneDefined:
    "No pair has a κ yet: those with enough claims in common gave the same answer throughout.",
  extreme: (one: string, other: string, kappa: string) => `${one} and ${other} (${kappa})`,
  summary: (known: number, lowest: string, highest: string) =>
    `Of ${plural(known, "pair", "pairs")} with enough claims in common, ${highest} agree most and ${lowest} least.`,
  summaryOne: (pair: string) => `One pair has enough claims in common: ${pair}.`,
  two: (one: string, other: string) => `${one} and ${other}`,
  cell: (names: string, said: string, claims: number) =>
    `${names}: ${said}, ${plural(claims, "claim", "claims")} in common`,
  noneShared: (names: string) => `${names}: no claim in common yet`,
  few: (said: string, enough: number) => `${said}; fewer than ${count(enough)} say little`,
  less: "less",
  more: "more agreement",
  fewLegend: (enough: number) => `fewer than ${plural(enough, "claim", "claims")} in common`,
  tooFew: "too few claims in common",
  columns: {
    one: "Annotator",
    other: "With",
    kappa: "Cohen’s κ",
    low: "95% from",
    high: "95% to",
    percent: "Percent agreement",
    shared: "Claims in common",
    reads: "Reads, with probability .95, as at least",
  },
  /** Of Landis and Koch, for kappas. */
  bands: {
    poor: "poor",
    slight: "slight",
    fair: "fair",
    moderate: "moderate",
    substantial: "substantial",
    almost_perfect: "almost perfect",
  },
};

export const team = {
  title: "Each annotator against the team",
  text: "κ with a peer drawn at random, and its 95% interval.",
  box: "Each annotator against the team, all rows",
  none: "Nobody’s answers are counted yet.",
  oneOnly: "Only one person has answered so far. A comparison needs two people on the same claims.",
  nobodyYet: (enough: number) =>
    `Nobody has ${plural(enough, "claim", "claims")} in common with others yet. Below that, figures would be chance.`,
  noKappa: "There is no κ yet: everybody gave the same answer.",
  hidden: (people: number, enough: number) =>
    `${plural(people, "annotator has", "annotators have")} fewer than ${plural(enough, "claim", "claims")} in common with others and no figure yet.`,
  reference: (mean: string) => `mean over annotators ${mean}`,
  differs: "differs from the others",
  differsLegend: "differs from the others: the interval lies wholly below the mean",
  tooFew: "too few claims in common",
  alone: "With one annotator who has enough claims in common, there is no mean to compare with.",
  others: (people: number) => plural(people, "other", "others"),
  nobody: (mean: string) => `No interval lies wholly below the mean of ${mean}.`,
  some: (names: string, mean: string, people: number) =>
    `${names} ${people === 1 ? "differs" : "differ"} from the others: the ${people === 1 ? "interval lies" : "intervals lie"} wholly below the mean of ${mean}.`,
  columns: {
    name: "Annotator",
    kappa: "κ with a peer",
    low: "95% from",
    high: "95% to",
    mean: "Mean of the pairs’ κ",
    without: "α without them",
    shared: "Claims in common",
    answered: "Claims answered",
    note: "Note",
  },
};

export const splits = {
  title: "Where answers split",
  text: "Of the peers of an answer (row), how many say what (column). Open a cell to read the claims.",
  box: "Where answers split, all labels",
  caption: "Shares of peers by label, and how many answers meet",
  none: "No claim has two counted answers yet.",
  cell: (one: string, other: string, share: string, met: string) =>
    `${share} of the peers of “${one}” say “${other}” (${met})`,
  opens: (cell: string) => `${cell}. Read the claims`,
  summary: (one: string, other: string, share: string, back: string) =>
    `“${one}” and “${other}” meet most often: ${share} of the peers of the first say the second, ${back} the other way round.`,
  allAgree: "So far all peers agree.",
  columns: {
    answer: "Answer",
    peer: "A peer’s answer",
    share: "Share of peers",
    met: "Answers that meet",
  },
};

export const labels = {
  title: "Agreement on each label",
  text: "α of each label against all others as one, and its 95% interval: which definition to repair.",
  none: "No answers are counted yet.",
  unused: "not given yet",
  noneDefined:
    "No label has an α yet: it needs two people on the same claims and different answers.",
  summary: (label: string, alpha: string) => `“${label}” is agreed on least, with α\u00a0${alpha}.`,
  summaryOf: (label: string, alpha: string, answers: number) =>
    `Of labels with at least ${plural(answers, "answer", "answers")}, “${label}” is agreed on least, with α\u00a0${alpha}.`,
  columns: {
    label: "Label",
    alpha: "α",
    low: "95% from",
    high: "95% to",
    answers: "Answers",
  },
};

export const calibration = {
  title: "Confidence against agreement",
  text: "Share of peers with the same source type at each level of confidence, and its 95% interval.",
  none: "No claim has two counted answers yet.",
  definition: "what the built-in guidelines mean by the level",
  marked: "interval wholly outside it",
  verdicts: {
    above: "peers agree more often than the level means",
    below: "peers agree less often than the level means",
    within: "as the level means",
    unknown: "",
  },
  summary: (low: string, lowShare: string, high: string, highShare: string) =>
    `At “${low}” ${lowShare} of peers agree, at “${high}” ${highShare}.`,
  oneLevel: "Only one level of confidence has been used on claims with two answers.",
  asDefined: "No level is wholly outside of what it means.",
  off: (levels: string) => `Wholly outside of what it means: ${levels}.`,
  columns: {
    level: "Confidence",
    share: "Share of peers who agree",
    low: "95% from",
    high: "95% to",
    answers: "Answers",
    meaning: "Against the level’s meaning",
  },
};

export const revisions = {
  title: "By guidelines revision",
  text: "α of the answers given under each revision, and its 95% interval.",
  ofAll: OF_ALL,
  none: "No answers are counted yet.",
  revision: (number: number) => `Revision ${number}`,
  marked: "the interval has nothing in common with the one before",
  changes: CHANGES,
  apart: {
    higher: (revision: number) => `Agreement is higher under revision ${revision} than before it.`,
    lower: (revision: number) => `Agreement is lower under revision ${revision} than before it.`,
  },
  oneOnly: "All answers were given under one revision; there is nothing to compare yet.",
  noChange: "No change from one revision to the next is larger than chance: the intervals overlap.",
  columns: {
    revision: "Revision",
    alpha: "α",
    low: "95% from",
    high: "95% to",
    claims: "Claims with two answers",
    change: "Change",
  },
};

export const weeks = {
  title: "Agreement over time",
  text: "α of the answers of each week, and its 95% interval.",
  ofAll: OF_ALL,
  none: "No answers are counted yet.",
  noneDefined:
    "No week has an α yet: it needs two people on the same claims and different answers.",
  marks: "Krippendorff’s marks, .667 and .80",
  marked: "the interval has nothing in common with the one before",
  changes: CHANGES,
  newest: (monday: string, alpha: string) => `In the week of ${monday} α is ${alpha}.`,
  apart: {
    higher: (monday: string) => `In the week of ${monday} agreement rose by more than chance.`,
    lower: (monday: string) => `In the week of ${monday} agreement fell by more than chance.`,
  },
  oneOnly: "It is the only week with a figure so far.",
  noChange: "No change from one week to the next is larger than chance: the intervals overlap.",
  columns: {
    week: "Week of",
    alpha: "α",
    low: "95% from",
    high: "95% to",
    claims: "Claims with two answers",
    change: "Change",
  },
};

export const filters = {
  title: "Filters",
  period: "Period",
  anyTime: "any time",
  since: "From",
  until: "Up to",
  from: (day: string) => `from ${day}`,
  to: (day: string) => `up to ${day}`,
  between: (since: string, until: string) => `${since} – ${until}`,
  daysOf: (first: string, last: string) => `There are answers from ${first} to ${last} (UTC).`,
  revisions: "Guidelines",
  annotators: "Annotators",
  outlets: "Outlet",
  all: "all",
  some: (n: number) => `${count(n)} chosen`,
  revision: (number: number) => `Revision ${number}`,
  annotator: (id: number) => `Annotator ${id}`,
  noOutlet: "(none given)",
  find: "Find",
  nothingFound: "Nothing matches.",
  nothing: "There is nothing to choose from yet.",
  labels: "Labels",
  full: "as given",
  collapsed: "collapsed",
  labelsText: "Collapsed counts every source type as the one it maps to.",
  apply: "Apply",
  choose: (filter: string, value: string) => `${filter}: ${value}. Change the filter`,
  clear: "Clear filters",
  counting: "Counting the chosen answers.",
  countingOld: "Counting the chosen answers. Until then, the figures are those from before.",
  countingOf: (done: number, articles: number) =>
    `Counting the chosen answers: ${count(done)} of ${plural(articles, "article", "articles")}.`,
  progress: "Articles that are counted",
  counted: "The figures are of the chosen answers only.",
  behind: "The figures are of the chosen answers only, and are being brought up to date.",
  failed: "The chosen answers could not be counted.",
  failedChoices: "What there is to filter by could not be loaded.",
};
