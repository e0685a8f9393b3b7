import { queryOptions } from "@tanstack/react-query";
import { api, call } from "@/api/client";

/** The revisions of a project's guidelines, the newest first. */
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
