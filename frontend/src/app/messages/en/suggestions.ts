import { count, percent } from "@/lib/numbers";
import { plural } from "./plural";

const points = (share: number) => {
  const value = Math.round(Math.abs(share) * 100);
  return plural(value, "point", "points");
};
const between = (low: number, high: number) =>
  `${Math.round(low * 100)} to ${Math.round(high * 100)}`.replaceAll("-", "\u2212");

export const suggestions = {
  title: "Suggestions",
  intro:
    "Rules suggest who stands behind each claim. Once enough articles are decided, what your annotators decided can refine them, for articles that you import from then on.",
  leadOnly: "Only a lead sees how suggestions are made.",
  backToArticles: "Back to the articles",
  loading: "Loading what was learned…",
  failed: "What was learned could not be loaded.",
  stale: "We could not reach the server. This is how it stood last; we keep asking.",

  decidedTitle: "Decided articles",
  decidedOf: (needed: number) => `of ${count(needed)} articles needed`,
  decidedEnough: (decided: number) =>
    decided === 1 ? "article is decided" : "articles are decided",
  decidedMeans: "An article is decided once each of its claims has all its answers.",
  sinceModel: (more: number) => `${plural(more, "more", "more")} than the model has learned from.`,
  nothingNew: "The model has learned from all of them.",
  train: "Train a model",
  trainAgain: "Train again",
  asking: "Asking…",
  stillToDecide: (missing: number) =>
    `${plural(missing, "more article has", "more articles have")} to be decided before a model can be trained.`,
  waiting: "Waiting for a worker to take it up.",
  training: "Learning from your decisions. You may leave this page.",
  trainingLabel: "Training",
  trainFailed: "The training failed",
  tooFew: "There was too little to learn from",
  actionFailed: "That did not reach the server. Nothing has changed; try again.",
  trainingNow: "Training…",
  announced: {
    waiting: "Waiting for a worker to take it up.",
    training: "Learning from your decisions.",
    ready: "The model is trained. Its figures are below.",
    failed: "The training failed.",
    too_few: "The training ended: there was too little to learn from.",
  },

  noModelTitle: "Nothing has been learned yet",
  noModel:
    "Suggestions come from the rules alone. A model is tested on articles that it has not seen, beside the rules, before you decide whether to use it.",
  modelTitle: (articles: number) => `Learned from ${plural(articles, "article", "articles")}`,
  trained: "Trained",
  version: (version: string) => `version ${version}`,
  use: "Use it for new articles",
  on: "On",
  off: "Off",
  whenOn: "Articles that you import from now on get suggestions refined by this model.",
  whenOff: "Articles that you import get the rules’ suggestions.",
  whenOlder: (articles: number) =>
    `New articles get suggestions refined by an older model, of ${plural(articles, "article", "articles")}. Switch this on to take its place.`,
  stopOlder: "Use the rules alone",
  outdated: "The rules have changed since this was trained. Train again to see how it does now.",

  types: "Source type",
  claims: "Claim or not",
  verdicts: {
    better: "Better than the rules",
    worse: "Worse than the rules",
    same: "No clear difference from the rules",
    equal: "Exactly as good as the rules",
  },
  by: {
    better: (gain: number, low: number, high: number) =>
      `, by ${points(gain)} (${between(low, high)}).`,
    worse: (gain: number, low: number, high: number) =>
      `, by ${points(gain)} (${between(-high, -low)}).`,
    same: (_gain: number, low: number, high: number) => ` (${between(low, high)} points).`,
    equal: () => ".",
  },
  model: "Model",
  rules: "Rules alone",
  right: (value: number, low: number, high: number) =>
    `${percent(value)} right; 95% interval ${percent(low)} to ${percent(high)}`,
  interval: (low: number, high: number) => `${percent(low)} to ${percent(high)}`,
  testedOn: (claims: number, articles: number) =>
    `Of ${plural(claims, "claim", "claims")} in ${plural(articles, "article", "articles")}, each in articles that the model had not seen. Bars are 95% intervals over articles.`,
  claimsNote:
    "What the rules left out at import and nobody restored counts as no claim, which flatters the rules.",
  claimsMissing: "Too few claims were decided to be none, so what is a claim is left to the rules.",
  byLabel: (what: string) => `${what}, one by one`,
  label: "Decided",
  labelClaims: "Claims",
  precision: "Precision",
  recall: "Recall",
  precisionMeans: "Precision: of those said to be so, how many are.",
  recallMeans: "Recall: of those that are so, how many were said to be.",
  none: "none",
  ofClaims: (claims: number) => (claims === 1 ? "claim" : "claims"),
  claimNames: { claim: "Claim", no_claim: "No claim" },
};
