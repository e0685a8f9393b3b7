import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { ApiError, api, call } from "@/api/client";
import { projectQuery } from "@/api/queries";

export const revisionsQuery = (slug: string) =>
  queryOptions({
    queryKey: ["projects", slug, "guidelines", "revisions"],
    queryFn: ({ signal }) => {
      const params = { path: { slug } };
      return call(api.GET("/api/v1/projects/{slug}/guidelines/revisions/", { params, signal }));
    },
    staleTime: 300_000,
    networkMode: "always",
  });

/** One revision; what it says never changes. */
export const revisionQuery = (slug: string, revision: number) =>
  queryOptions({
    queryKey: ["projects", slug, "guidelines", revision],
    queryFn: ({ signal }) => {
      const params = { path: { slug }, query: { revision } };
      return call(api.GET("/api/v1/projects/{slug}/guidelines/", { params, signal }));
    },
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: "always",
  });

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
