import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiError, api, call } from "@/api/client";
import { peopleQuery, projectQuery, projectsQuery } from "@/api/queries";
import type { Project, ProjectChanges } from "@/api/types";
import { setupMessages } from "@/app/messages/setup";

/** Change a project; what is known of it follows. */
export function useProjectSaving(slug: string) {
  const queries = useQueryClient();
  const saving = useMutation({
    mutationFn: (changes: ProjectChanges) =>
      call(api.PATCH("/api/v1/projects/{slug}/", { params: { path: { slug } }, body: changes })),
    onSuccess: (project) => know(queries, project),
  });
  return { ...saving, problem: saving.error && problemOf(saving.error) };
}

/** Take over what the server says of a project after a change. */
export async function know(queries: QueryClient, project: Project): Promise<void> {
  const { queryKey } = projectQuery(project.slug);
  await queries.cancelQueries({ queryKey, exact: true });
  queries.setQueryData(queryKey, project);
  void queries.invalidateQueries({ queryKey: projectsQuery.queryKey, exact: true });
  void queries.invalidateQueries({ queryKey: peopleQuery(project.slug).queryKey });
}

const refusals: Readonly<Record<string, string>> = setupMessages.refusals;

/** Say why something was not saved. */
export function problemOf(error: Error, otherwise = setupMessages.saving.notSaved): string {
  if (!(error instanceof ApiError) || error.isTemporary) return otherwise;
  // A refused field says more than that something was refused.
  return refusals[error.code] ?? (Object.values(error.fields).flat().join(" ") || error.message);
}
