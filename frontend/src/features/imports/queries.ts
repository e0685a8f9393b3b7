import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import { nextCursor, pageQuery } from "@/api/pages";
import type { ArticleImport } from "@/api/types";
import { pauseAfter } from "@/lib/polling";
import { isLive } from "./polling";

const importsKey = (slug: string) => ["projects", slug, "imports"] as const;

export const importsQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: [...importsKey(slug), "list"],
    queryFn: ({ signal, pageParam }) =>
      call(
        api.GET("/api/v1/projects/{slug}/imports/", {
          params: { path: { slug }, query: pageQuery(pageParam) },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextCursor,
    staleTime: 0,
  });

/** One import, asked for every second while it runs; less often while nobody answers. */
export const importQuery = (slug: string, id: number) =>
  queryOptions({
    queryKey: [...importsKey(slug), id],
    queryFn: ({ signal }) =>
      call(
        api.GET("/api/v1/projects/{slug}/imports/{import_id}/", {
          params: { path: { slug, import_id: id } },
          signal,
        }),
      ),
    refetchInterval: ({ state: { data, fetchFailureCount } }) =>
      pauseAfter(data !== undefined && isLive(data), fetchFailureCount),
    staleTime: 0,
    // The next look is the next try.
    retry: false,
    // A machine that only believes to be offline asks all the same.
    networkMode: "always",
  });

/** The rows that were not stored; asked for anew when there are more of them. */
export const failuresQuery = (slug: string, id: number) =>
  infiniteQueryOptions({
    queryKey: [...importsKey(slug), id, "failures"],
    queryFn: ({ signal, pageParam }) =>
      call(
        api.GET("/api/v1/projects/{slug}/imports/{import_id}/failures/", {
          params: { path: { slug, import_id: id }, query: pageQuery(pageParam) },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextCursor,
    staleTime: 0,
  });

export function failuresFile(slug: string, id: number): string {
  return `/api/v1/projects/${slug}/imports/${id}/failures.csv`;
}

export function cancelImport(slug: string, id: number): Promise<ArticleImport> {
  return call(
    api.POST("/api/v1/projects/{slug}/imports/{import_id}/cancel/", {
      params: { path: { slug, import_id: id } },
    }),
  );
}

export function resumeImport(slug: string, id: number): Promise<ArticleImport> {
  return call(
    api.POST("/api/v1/projects/{slug}/imports/{import_id}/resume/", {
      params: { path: { slug, import_id: id } },
    }),
  );
}
