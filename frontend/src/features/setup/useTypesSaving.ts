import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import { projectQuery } from "@/api/queries";
import type { Project } from "@/api/types";
import { ifMatch, isMovedOn, know, problemOf } from "./saving";
import { inputOf, type TypeDraft } from "./types";

type Given = {
  list: readonly TypeDraft[];
  /** What the list was made from: saved only while the server has the same. */
  version: string;
};

/** Somebody has changed the source types meanwhile. */
class MovedOn extends Error {
  readonly project: Project;

  constructor(project: Project) {
    super("The source types are others by now.");
    this.project = project;
  }
}

/** Save the whole list of source types, unless somebody else has done so since. */
export function useTypesSaving(slug: string) {
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: async ({ list, version }: Given) => {
      try {
        return await call(
          api.PUT("/api/v1/projects/{slug}/source-types/", {
            params: { path: { slug }, header: ifMatch(version) },
            body: { source_types: inputOf(list) },
          }),
        );
      } catch (error) {
        // The list replaces the whole: what another lead has added would be removed by it.
        if (!isMovedOn(error)) throw error;
        throw new MovedOn(await queries.fetchQuery({ ...projectQuery(slug), staleTime: 0 }));
      }
    },
    onSuccess: (project) => know(queries, project),
  });
  const { error } = saving;
  const theirs = error instanceof MovedOn ? error.project : null;
  return { ...saving, theirs, problem: error && !theirs ? problemOf(error) : null };
}
