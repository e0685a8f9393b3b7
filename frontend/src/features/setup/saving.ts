import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useState } from "react";
import { ApiError, api, call } from "@/api/client";
import { peopleQuery, projectQuery, projectsQuery } from "@/api/queries";
import type { Project, ProjectChanges } from "@/api/types";
import { setupMessages } from "@/app/messages/setup";

type Seen = { version: string; see: (version: string) => void };

/** Which version of a project's settings the reader has seen, shared by all panels of a screen. */
export const SeenSettings = createContext<Seen | null>(null);

/** Begin with the settings as they are now; what comes in later has not been seen in the fields. */
export function useSeenSettings(project: Project): Seen {
  const [version, see] = useState(project.versions.settings);
  return { version, see };
}

/** Change a project, unless somebody else has since; what is known of it follows. */
export function useProjectSaving(slug: string) {
  const queries = useQueryClient();
  const seen = useContext(SeenSettings);
  const saving = useMutation({
    mutationFn: (changes: ProjectChanges) =>
      call(
        api.PATCH("/api/v1/projects/{slug}/", {
          params: { path: { slug }, header: seen ? ifMatch(seen.version) : {} },
          body: changes,
        }),
      ),
    onSuccess: (project) => {
      seen?.see(project.versions.settings);
      return know(queries, project);
    },
    onError: async (error) => {
      if (!isMovedOn(error)) return;
      const theirs = await queries.fetchQuery({ ...projectQuery(slug), staleTime: 0 });
      // Whoever saves after having been told means it.
      seen?.see(theirs.versions.settings);
    },
  });
  return { ...saving, problem: saving.error && problemOf(saving.error) };
}

export const ifMatch = (version: string) => ({ "If-Match": `"${version}"` });

/** Whether somebody else has changed meanwhile what was to be changed. */
export const isMovedOn = (error: unknown) =>
  error instanceof ApiError && error.code === "precondition_failed";

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
