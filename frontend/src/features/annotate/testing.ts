import type { Answer, Save } from "@/api/answers";
import type { Annotation, Article, Claim, Project, SourceType } from "@/api/types";

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
    source: null,
    cue: null,
    suggestion_shown: false,
    suggestion_accepted: null,
  };
}

export function makeSave(given: Pick<Save, "claim"> & Partial<Save>): Save {
  const links = { replaces: null, group: null, reverts: null };
  return { answer: null, ...links, quote: "", number: 1, article: 1, at: 0, ...given };
}

type ArticleOptions = {
  id: number;
  claims: number;
  answered?: Record<number, Answer>;
  /** What is suggested for the claims, which the article then shows. */
  suggested?: Record<number, Claim["suggestion"]>;
};

export function makeSuggestion(score: number): NonNullable<Claim["suggestion"]> {
  return {
    source_type: "named",
    score,
    rule: "named",
    source: { start: 0, end: 5 },
    cue: { start: 6, end: 7 },
    version: "1",
  };
}

export function makeArticle({ id, claims, answered = {}, suggested }: ArticleOptions): Article {
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
    language: "",
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
      suggestion: suggested?.[index] ?? null,
      annotation: annotationOf(id * 100 + index + 1, answered[index]),
    })),
    assignment: { state: "open", answered: 0, lease_until: "2026-01-05T10:00:00Z" },
    shows_suggestions: suggested !== undefined,
    proposals: [],
  };
}

function annotationOf(claim: number, answer: Answer | undefined): Annotation | null {
  if (!answer) return null;
  const flags = [...answer.flags];
  const stored = { guideline_revision: 1, version: 1, updated_at: "2026-01-05T10:00:00Z" };
  const { source, cue } = answer;
  const spans = { source: source && { ...source }, cue: cue && { ...cue } };
  return { ...answer, ...spans, flags, claim, client_id: `server-${claim}`, ...stored };
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
    guidelines_read: 1,
    versions: { settings: "1", source_types: "1" },
    suggestion_threshold: 0.7,
    source_types: [
      makeSourceType("named", "Named source", "1"),
      makeSourceType("anonymous", "Anonymous source", "2"),
      makeSourceType("official_statement", "Official statement", "3"),
    ],
    archived_source_types: [],
    confidence_scale: [
      { value: 1, word: "Low" },
      { value: 2, word: "Medium" },
      { value: 3, word: "High" },
    ],
  };
}

function makeSourceType(key: string, name: string, hotkey: string): SourceType {
  const color = key === "official_statement" ? "official" : key;
  return { key, name, hotkey, color, definition: "", maps_to: "", built_in: true };
}
