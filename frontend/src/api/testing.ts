import { type Entry, MemoryStore, Outbox, type Result } from "@/lib/outbox";
import type { Answer, AnswerOutbox, Save } from "./saves";
import type { Annotation, Project } from "./types";

/**
 * An outbox for tests, kept in memory; what `take` throws means "try again later", and a code that
 * it gives is why it refuses.
 */
export function makeOutbox(
  // biome-ignore lint/suspicious/noConfusingVoidType: most refuse nothing
  take: (entry: Entry<Save>) => Promise<string | void>,
): AnswerOutbox {
  return new Outbox<Save, Annotation>({
    store: new MemoryStore(),
    send: async (batch) => {
      const results: Result<Annotation>[] = [];
      for (const entry of batch) {
        const { id } = entry;
        const code = await take(entry);
        const refused = {
          id,
          kind: "refused",
          code: code ?? "",
          reason: "",
          current: null,
        } as const;
        results.push(code ? refused : { id, kind: "taken" });
      }
      return results;
    },
    judge: () => ({ kind: "again" }),
  });
}

export function makeAnswer(given: Partial<Answer> = {}): Answer {
  return {
    source_type: "named",
    confidence: 3,
    skipped: false,
    skip_reason: "",
    flags: [],
    note: "",
    seconds: 4,
    source: null,
    cue: null,
    suggestion_shown: false,
    suggestion_accepted: null,
    ...given,
  };
}

export function makeSave(given: Partial<Save> = {}): Save {
  return {
    claim: 1,
    answer: makeAnswer(),
    replaces: null,
    group: null,
    reverts: null,
    quote: "The office is closed.",
    number: 1,
    article: 1,
    at: Date.UTC(2026, 0, 5, 9),
    ...given,
  };
}

export function makeAnnotation(given: Partial<Annotation> = {}): Annotation {
  const stored = { guideline_revision: 1, version: 1, updated_at: "2026-01-05T10:00:00Z" };
  return { ...makeAnswer(), flags: [], claim: 1, client_id: "saved", ...stored, ...given };
}

/** A project as its lead sees it, or as `changes` say. */
export function makeProject(changes: Partial<Project> = {}): Project {
  return {
    slug: "ferries",
    name: "Ferries",
    role: "lead",
    state: "open",
    overlap: 3,
    articles: 25,
    claims: 30,
    people: 3,
    answers: 70,
    answers_needed: 90,
    mine: { answered: 0, available: 0 },
    alpha: 0.71,
    suggestion_mode: "hidden",
    suggestion_threshold: 0,
    guideline_revision: 1,
    guidelines_read: 1,
    versions: { settings: "1", source_types: "1" },
    source_types: [],
    archived_source_types: [],
    confidence_scale: [],
    ...changes,
  };
}

const TYPE = { definition: "", maps_to: null, built_in: true };

/** A project as somebody reads it who oversees it, with a type that is archived. */
export function makeReadProject(role: Project["role"] = "lead"): Project {
  return makeProject({
    role,
    source_types: [
      { ...TYPE, key: "named", name: "Named", hotkey: "1", color: "named" },
      { ...TYPE, key: "anonymous", name: "Anonymous", hotkey: "2", color: "anonymous" },
    ],
    archived_source_types: [
      { ...TYPE, key: "wire", name: "News wire", hotkey: "3", color: "free_1" },
    ],
    confidence_scale: [
      { value: 1, word: "Low" },
      { value: 2, word: "Medium" },
      { value: 3, word: "High" },
    ],
  });
}
