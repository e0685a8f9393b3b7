import { makeAnswer as makeSaid } from "@/api/testing";
import type { Article } from "@/api/types";
import type { AnsweredClaim, ReadAnswer } from "./queries";

/** Objects for the tests of this folder. */

export { makeReadProject as makeProject } from "@/api/testing";

// A sign beyond the basic plane stands before the claims, so that a count of units shows.
export const TEXT = [
  "🚢 Harbor News",
  "The ferry stays, the harbor master said. It is old.",
  "Who pays?",
].join("\n");

function spanOf(part: string) {
  const start = [...TEXT.slice(0, TEXT.indexOf(part))].length;
  return { start, end: start + [...part].length };
}

const MASTER = { source: spanOf("the harbor master"), cue: spanOf("said") };
const QUOTES = ["The ferry stays, the harbor master said.", "It is old."] as const;

export function makeArticle(changes: Partial<Article> = {}): Article {
  return {
    id: 4,
    project: "ferries",
    title: "Ferry stays",
    outlet: "Harbor News",
    author: "",
    url: "",
    published_on: "2026-05-04",
    language: "en",
    direction: "ltr",
    text: TEXT,
    words: 14,
    dropped: [{ ...spanOf("🚢 Harbor News"), reason: "navigation" }],
    excluded: [{ ...spanOf("Who pays?"), rule: "a question" }],
    claims: QUOTES.map((quote, at) => ({
      id: 11 + at,
      number: at + 1,
      ...spanOf(quote),
      quote,
      suggestion: null,
      annotation: null,
    })),
    assignment: null,
    shows_suggestions: false,
    proposals: [],
    ...changes,
  };
}

/** What Ana says, unless `changes` say another. */
export function makeAnswer(changes: Partial<ReadAnswer> = {}): ReadAnswer {
  return {
    claim: 11,
    ...makeSaid(),
    flags: [],
    guideline_revision: 1,
    version: 1,
    client_id: "saved",
    updated_at: "2026-05-04T12:00:00Z",
    annotator: { code: "a1", id: 7, name: "Ana" },
    ...changes,
  };
}

export const BY_BEN = { annotator: { code: "b2", id: 8, name: "Ben" } };

/** The first claim: Ana has flagged it, and Ben says another. */
export function makeSplit(changes: Partial<AnsweredClaim> = {}): AnsweredClaim {
  return {
    id: 11,
    number: 1,
    ...spanOf(QUOTES[0]),
    quote: QUOTES[0],
    replaced_at: null,
    suggestion: {
      source_type: "anonymous",
      score: 0.8,
      rule: "described",
      version: "2",
      ...MASTER,
    },
    agree: false,
    open_proposals: 0,
    answers: [
      makeAnswer({ ...MASTER, flags: ["flagged", "second_hand"], note: "Is he named?" }),
      makeAnswer({ ...BY_BEN, source_type: "anonymous", confidence: 1 }),
    ],
    ...changes,
  };
}

/** The second claim, which nobody has answered. */
export function makeOpen(changes: Partial<AnsweredClaim> = {}): AnsweredClaim {
  return {
    id: 12,
    number: 2,
    ...spanOf(QUOTES[1]),
    quote: QUOTES[1],
    replaced_at: null,
    suggestion: null,
    agree: null,
    open_proposals: 0,
    answers: [],
    ...changes,
  };
}
