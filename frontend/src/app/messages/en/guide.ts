import { count } from "@/lib/numbers";
import { plural } from "./plural";

export const guide = {
  title: "Guidelines",
  loading: "Loading the guidelines…",
  failed: "The guidelines could not be loaded.",
  none: "This project has no guidelines yet.",
  revision: "Revision",
  revisionNumber: (n: number) => `Revision ${n}`,
  revisionOption: (number: number, when: string, isInForce: boolean) =>
    isInForce ? `${number}, in force` : `${number}, ${when}`,
  older: (number: number) => `You are reading revision ${number}. Another one is in force.`,
  toInForce: "To the one in force",
  compare: "Show changes",
  compareWith: "Compared with",
  contents: "Contents",

  search: "Search the guidelines",
  searchHint: "Enter: next, Shift + Enter: previous",
  nextMatch: "Next match",
  previousMatch: "Previous match",
  matches: (at: number, of: number) => `${count(at)} of ${count(of)}`,
  noMatch: "No match",
  clear: "Clear the search",
  about: (name: string) => `Here: ${name}`,

  changesTitle: (from: number, to: number) => `What changed from revision ${from} to ${to}`,
  noChange: "The wording is the same.",
  beginning: "Beginning",
  added: "Added",
  removed: "Removed",
  changed: "Changed",
  unchanged: (n: number) => `${plural(n, "paragraph", "paragraphs")} unchanged`,

  noticeTitle: "The guidelines have changed",
  noticeText: (from: number, to: number) =>
    `Revision ${to} is in force since you last read revision ${from}. This is all that changed.`,
  noticeOffline: "You can go on; they are shown again later.",
  goOn: "Go on",
  goOnHint: "Enter goes on.",
};
