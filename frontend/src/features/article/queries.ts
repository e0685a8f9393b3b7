import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import { nextCursor, pageQuery } from "@/api/pages";
import type { components } from "@/api/schema";

export type AnsweredClaim = components["schemas"]["AnsweredClaim"];
export type ReadAnswer = AnsweredClaim["answers"][number];

/** As many claims as may come at once. */
const AT_ONCE = 200;

const keyOf = (id: number) => ["articles", id, "read"];

export const articleQuery = (id: number) =>
  queryOptions({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => {
      const params = { path: { article_id: id } };
      return call(api.GET("/api/v1/articles/{article_id}/", { params, signal }));
    },
  });

/** What everybody says of the claims of an article, or of those that a lead has replaced. */
export const claimsQuery = (id: number, replaced: boolean) =>
  infiniteQueryOptions({
    queryKey: [...keyOf(id), "claims", replaced],
    queryFn: ({ signal, pageParam }) => {
      const query = { replaced, page_size: AT_ONCE, ...pageQuery(pageParam) };
      const params = { path: { article_id: id }, query };
      return call(api.GET("/api/v1/articles/{article_id}/claims/", { params, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextCursor,
  });

/** The articles before and after one in the list, as that is filtered. */
export const neighborsQuery = (id: number, remarked: boolean) =>
  queryOptions({
    queryKey: [...keyOf(id), "neighbors", remarked],
    queryFn: ({ signal }) => {
      const params = { path: { article_id: id }, query: { remarked } };
      return call(api.GET("/api/v1/articles/{article_id}/neighbors/", { params, signal }));
    },
  });
