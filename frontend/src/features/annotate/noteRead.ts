import type { QueryClient } from "@tanstack/react-query";
import { ApiError, api, call } from "@/api/client";
import { projectQuery } from "@/api/queries";

/** Note that a revision was read; if the server cannot be told, it is shown again another time. */
export async function noteRead(slug: string, number: number, queries: QueryClient): Promise<void> {
  try {
    await call(
      api.PUT("/api/v1/projects/{slug}/guidelines/read/", {
        params: { path: { slug } },
        body: { number },
        keepalive: true,
      }),
    );
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return;
  }
  queries.setQueryData(projectQuery(slug).queryKey, (project) =>
    project ? { ...project, guidelines_read: Math.max(project.guidelines_read, number) } : project,
  );
}
