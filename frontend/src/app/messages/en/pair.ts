import { count } from "@/lib/numbers";
import { plural } from "./plural";

export const pair = {
  title: "Two annotators",
  names: (one: string, other: string) => `${one} and ${other}`,
  somebody: (id: number) => `Annotator ${id}`,
  back: "Back to the dashboard",
  leadsOnly: "Only leads see how two annotators compare.",
  notFound: "These two people do not annotate in this project.",
  failed: "The comparison could not be loaded.",
  noneShared: "They share no counted claims yet",
  noneSharedText:
    "Two people are compared by the claims that both have answered. Once there is one, it stands here.",
  noneSharedHere: "With these filters they share no claims. Without them there may be some.",
  withoutFilters: "Without filters",
  filtered: "Only answers within the dashboard’s filters.",
  kappa: "Agreement",
  kappaName: "Cohen’s κ",
  undefined: "Undefined",
  interval: (low: string, high: string, of: string) => `95% interval ${low} to ${high}, ${of}`,
  noInterval: (of: string) => `No interval could be computed, ${of}`,
  shared: (claims: number) => `over ${plural(claims, "claim", "claims")} that both answered`,
  fewShared: "So few claims say little.",
  reasons: {
    no_variation:
      "Both gave one and the same source type to every claim, so agreement beyond chance is undefined.",
    single_unit: "They share one claim only. A value needs more of them.",
    other: "There is too little to compute a value from.",
  },
  percent: "Same answer",
  agreed: (same: number, claims: number) =>
    `${count(same)} of ${plural(claims, "claim", "claims")}`,
  split: "Claims they split on",
  splitText: "Different source types for one claim",
  bias: {
    title: "Use of the source types",
    same: "Much the same",
    differs: "Not the same",
    unknown: "Not tested",
    sameText: (p: string) =>
      `How often each type is used does not differ measurably (Bhapkar’s test, p\u00a0${p}).`,
    differsText: (p: string) =>
      `How often each type is used differs between them (Bhapkar’s test, p\u00a0${p}).`,
    unknownText: "The claims are too few or too alike to test how often each type is used.",
  },
  confusion: {
    title: "What each said",
    box: "What each said, all numbers",
    text: (one: string, other: string) =>
      `Claims by what ${one} says (rows) and ${other} says (columns). Choose a number to list its claims.`,
    corner: (one: string, other: string) => `${one} ↓, ${other} →`,
    says: (name: string, type: string) => `${name}: ${type}`,
    cell: (claims: number, one: string, typeOne: string, other: string, typeOther: string) =>
      `${plural(claims, "claim", "claims")}: ${one} says ${typeOne}, ${other} says ${typeOther}`,
  },
  claims: {
    all: "Every claim of which they name different source types, by article.",
    showAll: "Show every split",
    failed: "The claims could not be loaded.",
    none: "There are none: they say the same of every claim they share.",
    noneOf: "There are no such claims now. Answers may have changed since they were counted.",
    answer: (name: string, type: string, word: string) => `${name}: ${type}, ${word}`,
    more: "Show more",
  },
};
