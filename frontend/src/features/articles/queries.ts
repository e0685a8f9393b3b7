import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import { nextCursor, pageQuery } from "@/api/pages";

export const articlesQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: ["projects", slug, "articles"],
    queryFn: ({ signal, pageParam }) =>
      call(
        api.GET("/api/v1/projects/{slug}/articles/", {
          params: { path: { slug }, query: pageQuery(pageParam) },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextCursor,
  });
