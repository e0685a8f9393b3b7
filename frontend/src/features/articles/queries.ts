import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import { nextCursor, pageQuery } from "@/api/pages";

/** The newest first; all of them, or those with an answer that is flagged or has a note. */
export const articlesQuery = (slug: string, remarked = false) =>
  infiniteQueryOptions({
    queryKey: ["projects", slug, "articles", ...(remarked ? ["remarked"] : [])],
    queryFn: ({ signal, pageParam }) =>
      call(
        api.GET("/api/v1/projects/{slug}/articles/", {
          params: { path: { slug }, query: { remarked, ...pageQuery(pageParam) } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextCursor,
  });
