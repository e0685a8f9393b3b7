import type { Answer } from "@/api/answers";
import type { Annotation, Article, Project, SourceType } from "@/api/types";

/** Objects for the tests of this folder. */

export function named(confidence: number): Answer {
  return {
    source_type: "named",
    confidence,
    skipped: false,
    skip_reason: "",
    flags: [],
    note: "",
    seconds: 4,
  };
}

type ArticleOptions = { id: number; claims: number; answered?: Record<number, Answer> };

export function makeArticle({ id, claims, answered = {} }: ArticleOptions): Article {
  const quotes = Array.from(
    { length: claims },
    (_, index) => `Claim ${index + 1} of article ${id}.`,
  );
  const length = quotes[0]?.length ?? 0;
  return {
    id,
    project: "pilot",
    title: `Article ${id}`,
    outlet: "",
    author: "",
    url: "",
    published_on: null,
    direction: "ltr",
    text: quotes.join("\n"),
    words: claims * 5,
    dropped: [],
    excluded: [],
    claims: quotes.map((quote, index) => ({
      id: id * 100 + index + 1,
      number: index + 1,
      start: index * (length + 1),
      end: index * (length + 1) + length,
      quote,
      suggestion: null,
      annotation: annotationOf(id * 100 + index + 1, answered[index]),
    })),
    assignment: null,
  };
}

function annotationOf(claim: number, answer: Answer | undefined): Annotation | null {
  if (!answer) return null;
  const flags = [...answer.flags];
  const stored = { guideline_revision: 1, version: 1, updated_at: "2026-01-05T10:00:00Z" };
  return { ...answer, flags, claim, ...stored };
}

export function makeProject(): Project {
  return {
    slug: "pilot",
    name: "Pilot",
    role: "annotator",
    state: "open",
    overlap: 3,
    articles: 2,
    claims: 20,
    people: 4,
    answers: 4,
    answers_needed: 60,
    mine: { answered: 4, available: 20 },
    alpha: null,
    suggestion_mode: "hidden",
    guideline_revision: 1,
    source_types: [
      makeSourceType("named", "Named source", "1"),
      makeSourceType("anonymous", "Anonymous source", "2"),
      makeSourceType("official_statement", "Official statement", "3"),
    ],
    confidence_scale: [
      { value: 1, word: "Low" },
      { value: 2, word: "Medium" },
      { value: 3, word: "High" },
    ],
  };
}

function makeSourceType(key: string, name: string, hotkey: string): SourceType {
  const color = key === "official_statement" ? "official" : key;
  return { key, name, hotkey, color, definition: "", maps_to: "" };
}
