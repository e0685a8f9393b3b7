import type { Person, QueueSettings } from "@/api/types";

/** Objects for the tests of this folder. */

export function makeSettings(changes: Partial<QueueSettings> = {}): QueueSettings {
  return {
    order: "oldest",
    seed: 1,
    suggestion_mode: "hidden",
    suggestion_hidden_share: 50,
    suggestion_threshold: 0.7,
    is_ranking: false,
    ...changes,
  };
}

export function makePerson(changes: Partial<Person> = {}): Person {
  return {
    id: 7,
    name: "Ana",
    role: "annotator",
    quota: null,
    assigned: 24,
    answered: 10,
    skipped: 1,
    articles_done: 1,
    articles_open: 2,
    last_saved_at: null,
    ...changes,
  };
}
