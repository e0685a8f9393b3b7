import { count } from "@/lib/numbers";
import { plural } from "./plural";

const claimsOf = (claims: number) => plural(claims, "claim", "claims");

export const overview = {
  heading: "Progress, time and sources",
  computed: "computed",
  notComputed: "These figures have not been computed yet. A worker does so by itself.",
  catchingUp: "They are being computed anew.",
  nothing: "Nothing counts with these filters, or there are no claims yet.",
  progress: {
    title: "Progress",
    none: "No claims yet",
    ofAll: "Of all answers, whatever is filtered.",
    answersOf: (answers: number, needed: number) =>
      `${count(answers)} of ${plural(needed, "answer", "answers")}`,
    of: (articles: number, claims: number) =>
      `${plural(articles, "article", "articles")}, ${claimsOf(claims)}`,
  },
  speed: {
    title: "Median time per claim",
    unit: "s",
    none: "Not yet",
    noneText: "No answer has its time yet.",
    middle: (from: string, to: string) => `The middle half takes ${from} to ${to}\u00a0s`,
    of: (answers: number) => `of ${plural(answers, "timed answer", "timed answers")}`,
  },
  pace: {
    title: "Pace",
    text: "Answers saved, day by day (UTC), against those needed.",
    saved: "saved",
    forecast: "forecast",
    range: "95% range",
    needed: "needed",
    none: "No answers yet. The first day with answers begins the line.",
    done: "Every answer that is needed is there.",
    partial: "Only part of the answers count with these filters, so no end can be forecast.",
    stalled: (left: number) =>
      `${plural(left, "answer", "answers")} to go. At the present pace no end can be forecast.`,
    at: (perDay: string, day: string) => `At ${perDay} answers a day done about ${day}`,
    between: (first: string, last: string) => ` (between ${first} and ${last})`,
    notBefore: (first: string) => ` (not before ${first})`,
    summary: (answers: number, needed: number, days: number) =>
      `${count(answers)} of ${count(needed)} answers saved on ${plural(days, "day", "days")}.`,
    columns: {
      day: "Day",
      answers: "Answers",
      skipped: "Skipped",
      people: "People",
      total: "Total",
    },
  },
  time: {
    title: "Time per claim",
    text: "Seconds from showing a claim to its answer.",
    none: "No answer has its time yet.",
    median: (median: string, answers: number) =>
      `Median ${median}\u00a0s of ${plural(answers, "answer", "answers")}.`,
    most: (bin: string) => `Most take ${bin}\u00a0s.`,
    bin: (from: number, to: number) => `${from}–${to}`,
    lastBin: (from: number) => `${from}+`,
    unit: "seconds",
    columns: { seconds: "Seconds", answers: "Answers", share: "Share" },
  },
  sources: {
    title: "Answers by source type",
    text: "Share of the claims; each counts once, divided among its answers.",
    asGiven: "Source types as they were given, not collapsed.",
    none: "No claim has an answer yet.",
    row: (type: string, share: string) => `${type} ${share}`,
    within: (low: string, high: string) => `95% interval ${low} to ${high}`,
    of: (claims: number, articles: number) =>
      `${claimsOf(claims)} of ${plural(articles, "article", "articles")}.`,
    ofWithin: (claims: number, articles: number) =>
      `${claimsOf(claims)} of ${plural(articles, "article", "articles")}, with 95% intervals over articles.`,
    columns: {
      type: "Source type",
      claims: "Claims",
      share: "Share",
      interval: "95% interval",
      low: "95% interval from",
      high: "95% interval to",
    },
  },
  outlets: {
    title: "Reliance on anonymous sources by outlet",
    text: "Share of an outlet’s claims that rest on anonymous sources, with its 95% interval over articles.",
    none: "No claim with an answer has an outlet yet.",
    within: (low: string, high: string) => `95% interval ${low} to ${high}`,
    noOutlet: "No outlet given",
    others: "All others",
    allOf: (share: string) => `all claims ${share}`,
    n: (claims: number) => `n ${count(claims)}`,
    highest: (outlet: string, share: string, claims: number) =>
      `${outlet} relies on anonymous sources most: ${share} of ${claimsOf(claims)}.`,
    lowest: (outlet: string, share: string) => `${outlet} least: ${share}.`,
    single: (outlet: string, share: string, claims: number) =>
      `${outlet}: ${share} of ${claimsOf(claims)}.`,
    showAll: (outlets: number) => `Show all ${count(outlets)}`,
    showFewer: "Show fewer",
    columns: {
      outlet: "Outlet",
      articles: "Articles",
      claims: "Claims",
      anonymous: "Anonymous share",
      low: "95% interval from",
      high: "95% interval to",
    },
  },
  months: {
    title: "Reliance on anonymous sources over time",
    text: "By the month in which the articles were published.",
    none: "No article with answers says when it was published.",
    summary: (first: string, firstShare: string, last: string, lastShare: string) =>
      `From ${firstShare} in ${first} to ${lastShare} in ${last}.`,
    single: (month: string, share: string) => `${share} in ${month}.`,
    columns: {
      month: "Month",
      articles: "Articles",
      claims: "Claims",
      anonymous: "Anonymous share",
      low: "95% interval from",
      high: "95% interval to",
    },
  },
  people: {
    title: "People",
    text: "Who has done what, and how quickly. Names lead to each one’s page.",
    failed: "Who has done what could not be loaded.",
    nobody: "Nobody annotates here yet. Invite people under People.",
    columns: {
      name: "Annotator",
      answered: "Answered",
      skipped: "Skipped",
      articles: "Articles",
      perDay: "Per active day",
      median: "Median time",
      lastSaved: "Last saved",
    },
    barOf: (name: string) => `Claims answered by ${name}`,
    answeredOf: (answered: number, assigned: number) => `${count(answered)} of ${count(assigned)}`,
    nothingAssigned: "nothing assigned yet",
    articlesDone: (done: number) => `${count(done)} done`,
    articlesOpen: (open: number) => `${count(open)} open`,
    articlesNone: "none",
    seconds: (median: string) => `${median}\u00a0s`,
    unknown: "–",
    never: "never",
    showAll: (people: number) => `Show all ${count(people)}`,
    showFewer: "Show fewer",
  },
};
