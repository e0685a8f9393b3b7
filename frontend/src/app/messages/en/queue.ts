import { count } from "@/lib/numbers";
import { plural } from "./plural";

const articles = (n: number) => plural(n, "article", "articles");

export const queue = {
  title: "Queue",
  intro:
    "In which order articles are handed out, what annotators see with them, and how many each person gets.",
  loading: "Loading the queue…",
  failed: "The queue could not be loaded.",
  save: "Save",
  saving: "Saving…",
  notSaved: "This could not be saved. Nothing was changed.",

  orderTitle: "Order",
  orderText: "What everybody gets next. Articles that somebody has already are not touched.",
  orderLegend: "Articles come",
  orders: {
    oldest: { name: "Oldest first", hint: "As they came in." },
    random: {
      name: "By chance",
      hint: "In an order that the seed decides: the same seed, the same order.",
    },
    uncertain: {
      name: "Most uncertain first",
      hint: "What the answers so far leave most open; before there are any, the suggestions.",
    },
  },
  seed: "Seed",
  seedHint: "Any whole number.",
  seedWrong: (most: number) => `Give a whole number from 0 to ${count(most)}.`,
  ranking: "The articles are being put in this order. Until then the one before holds.",
  ranked: "The articles are in this order now.",

  suggestionsTitle: "Suggestions to annotators",
  suggestionsText:
    "Seeing a suggestion can sway people. With each answer it is stored whether one was shown. Leads always see them in their own lists.",
  suggestionsLegend: "While they answer, annotators",
  modes: {
    hidden: { name: "See none", hint: "Everybody judges by the text alone." },
    shown: { name: "See them with every article", hint: "One key accepts a suggestion." },
    share: {
      name: "See them with some articles",
      hint: "So that answers with and without can be compared.",
    },
  },
  share: "Hide them in",
  shareHint: "Of all articles; each is with or without for everybody alike.",
  threshold: "Offer for one key from",
  thresholdHint: "How likely a suggestion must be right; less likely ones are shown all the same.",
  percentWrong: "Give a whole number from 0 to 100.",

  peopleTitle: "People",
  peopleText:
    "A limit is the most articles that the queue gives somebody. Those you give by name, in the list of articles, come on top.",
  peopleEmpty: "Nobody annotates in this project yet.",
  columns: {
    name: "Name",
    limit: "Limit",
    open: "Open",
    done: "Done",
    answered: "Claims answered",
  },
  roles: { lead: "lead", annotator: "annotator", viewer: "viewer" },
  answeredOf: (answered: number, assigned: number) => `${count(answered)} of ${count(assigned)}`,
};

export const proposals = {
  title: "Proposals",
  intro:
    "What annotators propose to change about claims. Accepting replaces the claims: the answers to the old ones are kept and count no more, and everybody who has the article is asked again.",
  leadOnly: "Only a lead decides on proposals.",
  loading: "Loading the proposals…",
  failed: "The proposals could not be loaded.",
  failedMore: "More proposals could not be loaded.",
  filter: "Which proposals",
  states: { open: "Open", accepted: "Accepted", declined: "Declined", withdrawn: "Withdrawn" },
  empty: {
    open: "Nothing is proposed",
    accepted: "Nothing was accepted",
    declined: "Nothing was declined",
    withdrawn: "Nothing was withdrawn",
  },
  emptyText:
    "While they annotate, annotators can propose to split a claim, to merge it with the next, or to exclude it.",
  kinds: { split: "Split", merge: "Merge", exclude: "Exclude" },
  headings: {
    split: (number: number) => `Split claim ${count(number)} in two`,
    merge: (number: number) => `Merge claim ${count(number)} with the next`,
    exclude: (number: number) => `Exclude claim ${count(number)}`,
  },
  by: (name: string) => `proposed by ${name}`,
  decidedBy: {
    accepted: (name: string) => `accepted by ${name}`,
    declined: (name: string) => `declined by ${name}`,
  },
  withdrawn: "taken back by its author",
  note: "Why",
  before: "Now",
  after: "Then",
  wasBefore: "Before",
  wasAfter: "After",
  noClaim: "No claim. The text stays, and nobody is asked about it.",
  impossible: "The claims have changed since: this cannot be done any more.",
  accept: "Accept",
  accepting: "Accepting…",
  decline: "Decline",
  declining: "Declining…",
  accepted: (heading: string) => `Accepted: ${heading}.`,
  declined: (heading: string) => `Declined: ${heading}.`,
  decisionFailed: "This was not decided: the server could not be reached.",
};

export const assigning = {
  select: (title: string) => `Select “${title}”`,
  selectAll: "Select all that are shown",
  selected: (n: number) => `${articles(n)} selected`,
  to: "Give to",
  choose: "Choose a person",
  assign: "Assign",
  assigning: "Assigning…",
  clear: "Clear the selection",
  bar: "Assign by name",
  noPeople: "The people of this project could not be loaded.",
  needsPerson: "Choose who gets them.",
  assigned: (name: string, n: number) =>
    n === 1 ? `${name} has 1 more article.` : `${name} has ${count(n)} more articles.`,
  refused: (name: string, n: number) =>
    n === 1
      ? `1 article was not given to ${name}:`
      : `${count(n)} articles were not given to ${name}:`,
  reasons: {
    unknown_article: "it is not there any more",
    already_theirs: "they have it already",
    no_free_place: "every place at it is taken",
  },
  refusal: (title: string, reason: string) => `“${title}”: ${reason}.`,
  failed: "The articles could not be assigned. Nothing was changed.",
  partly: "Not all could be assigned: the server could not be reached.",
  byName: "by name",
  withdraw: (title: string, name: string) => `Take “${title}” from ${name}`,
  withdrawn: (title: string, name: string) =>
    `${name} does not have “${title}” any more. What they answered is kept.`,
  giveBack: "Give it back",
  withdrawFailed: (name: string) => `${name} still has it: it could not be taken.`,
  states: { released: "given back", withdrawn: "taken" },
};
