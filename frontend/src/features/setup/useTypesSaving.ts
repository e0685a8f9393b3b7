import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import { projectQuery } from "@/api/queries";
import type { Project } from "@/api/types";
import { know, problemOf } from "./saving";
import { draftsOf, inputOf, isSame, type TypeDraft } from "./types";

type Given = {
  list: readonly TypeDraft[];
  /** What the list was made from: saved only while the server has the same. */
  known: readonly TypeDraft[];
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
    mutationFn: async ({ list, known }: Given) => {
      // The list replaces the whole: what another lead has added would be removed by it.
      const current = await queries.fetchQuery({ ...projectQuery(slug), staleTime: 0 });
      if (!isSame(draftsOf(current), known)) throw new MovedOn(current);
      return call(
        api.PUT("/api/v1/projects/{slug}/source-types/", {
          params: { path: { slug } },
          body: { source_types: inputOf(list) },
        }),
      );
    },
    onSuccess: (project) => know(queries, project),
  });
  const { error } = saving;
  const theirs = error instanceof MovedOn ? error.project : null;
  return { ...saving, theirs, problem: error && !theirs ? problemOf(error) : null };
}
