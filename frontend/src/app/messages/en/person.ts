import { count } from "@/lib/numbers";
import { plural } from "./plural";

const claimsOf = (claims: number) => plural(claims, "claim", "claims");

export const person = {
  title: "Annotator",
  back: "Back to people",
  backToDashboard: "Back to the dashboard",
  leadsOnly: "Only leads see the page of an annotator.",
  notFoundTitle: "Nobody here",
  notFound: "This person is not and was not in the project.",
  failed: "This page could not be loaded.",
  code: (code: string) => `${code} in exports`,
  former: "no longer in the project",
  quota: (articles: number) => `at most ${plural(articles, "article", "articles")}`,
  filtered: "Only answers within the dashboard’s filters.",
  withoutFilters: "Without filters",
  computed: "computed",
  notComputed: "not computed yet",
  catchingUp: "being computed anew",
  progress: {
    title: "Progress",
    answeredOf: (answered: number, assigned: number) =>
      `${count(answered)} of ${plural(assigned, "assigned claim", "assigned claims")} answered`,
    answered: (answered: number) => `${plural(answered, "claim", "claims")} answered`,
    nothing: "Nothing assigned yet",
    within: "claims answered within the filters",
    articles: (done: number, open: number) =>
      `${plural(done, "article", "articles")} done, ${count(open)} open`,
    skipped: (skipped: number) => `${claimsOf(skipped)} skipped`,
  },
  pace: {
    title: "Answers per active day",
    none: "None yet",
    days: (days: number) => `on ${plural(days, "day", "days")} with answers`,
    never: "Has not answered yet",
    saved: "Last saved",
  },
  speed: {
    title: "Median time per claim",
    none: "Not yet",
    unit: "s",
    team: (median: string) => `The team’s is ${median}\u00a0s`,
    noTime: "No answer has its time yet",
  },
  kappa: {
    title: "Agreement with the others",
    unit: "κ",
    none: "Not shown",
    within: (low: string, high: string) => `95% interval ${low} to ${high}`,
    of: (claims: number) => `over ${plural(claims, "shared claim", "shared claims")}`,
    undefined: "Undefined: nothing varies in the claims they share",
    differs: "Differs from the others",
    tooFew: (shared: number, enough: number) =>
      `Shares ${claimsOf(shared)} with others. Below ${count(enough)}, figures of one person are chance and are not shown.`,
    nobody: "Shares no counted claim with anybody yet, so nothing can be compared.",
  },
  days: {
    title: "Answers by day",
    text: "Claims answered first on each day (UTC).",
    none: "No answers yet.",
    summary: (answers: number, days: number, most: number) =>
      `${plural(answers, "answer", "answers")} on ${plural(days, "day", "days")}, at most ${count(most)} on one.`,
    columns: { day: "Day", answers: "Answers" },
  },
  time: {
    title: "Time per claim",
    text: "Share of the answers by seconds, with the team’s beside it.",
    none: "No answer has its time yet.",
    own: "this person",
    team: "the team",
    unit: "seconds",
    summary: (own: string, answers: number, team: string) =>
      `Median ${own}\u00a0s of ${plural(answers, "answer", "answers")}; the team’s is ${team}\u00a0s.`,
    alone: (own: string, answers: number) =>
      `Median ${own}\u00a0s of ${plural(answers, "answer", "answers")}.`,
    columns: {
      seconds: "Seconds",
      answers: "Answers",
      share: "Share",
      team: "Team’s share",
    },
  },
  standing: {
    title: "Compared with the others",
    text: "On the claims that somebody else has answered too.",
    peer: "κ with a colleague drawn at random",
    mean: "Mean of the κ with each",
    meanOf: (pairs: number) => `of ${plural(pairs, "pair", "pairs")}`,
    without: "α of the others alone",
    withoutText: "without this person’s answers",
    undefined: "undefined",
    differs: (name: string, mean: string) =>
      `${name} differs from the others: the whole interval lies below ${mean}, the mean of everybody’s κ. The claims below show where.`,
    alike: (mean: string) =>
      `The interval reaches ${mean}, the mean of everybody’s κ: no difference can be told.`,
    use: "Use of the source types",
    useSame: "Uses the source types as often as the others, as far as can be told.",
    useUnknown: "The claims are too few or too alike to tell.",
    more: (types: string) => `Uses ${types} more often than the others.`,
    less: (types: string) => `Uses ${types} less often.`,
    lessOnly: (types: string) => `Uses ${types} less often than the others.`,
    points: (type: string, points: string) => `${type} (${points} points)`,
    and: (list: string, last: string) => `${list} and ${last}`,
    otherwise: "Uses the source types otherwise than the others.",
  },
  rates: {
    title: "What they say, by what is likely true",
    box: "What they say, all shares",
    text: "By the model of Dawid and Skene: of the claims that all answers together take for a type (rows), the share given each type (columns).",
    none: "No consensus has been computed yet; that happens every night.",
    noneHere: "It is known of all answers together only, so not with filters.",
    tooFew: "Too few shared claims to say.",
    truth: "Likely true",
    share: "Share of the claims",
    shareOf: (share: string) => `${share} of the claims`,
    row: (type: string) => `Likely ${type}`,
    summary: (truth: string, said: string, share: string) =>
      `Most often, ${truth} becomes ${said}: in ${share} of the cases.`,
    summaryNone: "Hardly ever says anything else than what is likely true.",
  },
  pairs: {
    title: "With each of the others",
    text: "Cohen’s κ and its 95% interval. A name leads to the claims the two split on.",
    none: "Shares no counted claim with anybody yet.",
    tooFew: "too few",
    undefined: "undefined",
    n: (claims: number) => `n ${count(claims)}`,
    within: (low: string, high: string) => `95% interval ${low} to ${high}`,
    range: (high: string, highName: string, low: string, lowName: string) =>
      `From ${low} with ${lowName} to ${high} with ${highName}.`,
    one: (kappa: string, name: string) => `${kappa} with ${name}.`,
    nobody: (enough: number) => `Shares ${count(enough)} claims or more with nobody yet.`,
    columns: {
      name: "Annotator",
      kappa: "Cohen’s κ",
      low: "95% interval from",
      high: "95% interval to",
      shared: "Shared claims",
      same: "Same answer",
    },
  },
};
