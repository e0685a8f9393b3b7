import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import { nextCursor, pageQuery } from "@/api/pages";
import { type Filter, filterQuery, writeFilter } from "./filter";

const LOOK_MS = 15_000;

const keyOf = (slug: string, filter: Filter) =>
  ["projects", slug, "activity", writeFilter(filter)] as const;

const page = (slug: string, filter: Filter, cursor: string | undefined, signal: AbortSignal) =>
  call(
    api.GET("/api/v1/projects/{slug}/activity/", {
      params: { path: { slug }, query: { ...filterQuery(filter), ...pageQuery(cursor) } },
      signal,
    }),
  );

/** The log from its newest end on. It stays as it is read: what is new is asked for apart. */
export const logQuery = (slug: string, filter: Filter) =>
  infiniteQueryOptions({
    queryKey: [...keyOf(slug, filter), "log"],
    queryFn: ({ signal, pageParam }) => page(slug, filter, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextCursor,
    staleTime: Number.POSITIVE_INFINITY,
    // Whoever comes back begins with the newest again.
    gcTime: 0,
  });

/** The newest page, asked for again and again while somebody looks. */
export const newestQuery = (slug: string, filter: Filter) =>
  queryOptions({
    queryKey: [...keyOf(slug, filter), "newest"],
    queryFn: ({ signal }) => page(slug, filter, undefined, signal),
    refetchInterval: LOOK_MS,
    gcTime: 0,
  });

export function logFile(slug: string, filter: Filter): string {
  const query = writeFilter(filter);
  return `/api/v1/projects/${slug}/activity.csv${query && `?${query}`}`;
}
