import type { ActivityEntry, Project } from "@/api/types";

/** Objects for the tests of this folder. */

export function makeEntry(changes: Partial<ActivityEntry> = {}): ActivityEntry {
  return {
    id: "act-1",
    at: "2026-05-04T12:00:00Z",
    actor: { id: 3, name: "Lena" },
    kind: "project_created",
    details: {},
    ...changes,
  };
}

export const PROJECT = {
  slug: "ferries",
  name: "Ferries",
  role: "lead",
  source_types: [
    { key: "named", name: "Named source" },
    { key: "anonymous", name: "Anonymous source" },
  ],
  confidence_scale: [{ value: 1 }, { value: 2 }, { value: 3 }],
} as unknown as Project;
