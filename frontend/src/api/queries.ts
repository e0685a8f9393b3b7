import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, call } from "./client";
import { nextCursor, pageQuery } from "./pages";
import { readSession } from "./session";

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => readSession(signal),
  staleTime: Number.POSITIVE_INFINITY,
});

export const projectsQuery = infiniteQueryOptions({
  queryKey: ["projects"],
  queryFn: ({ signal, pageParam }) =>
    call(api.GET("/api/v1/projects/", { params: { query: pageQuery(pageParam) }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: nextCursor,
});

export const projectQuery = (slug: string) =>
  queryOptions({
    queryKey: ["projects", slug],
    queryFn: ({ signal }) =>
      call(api.GET("/api/v1/projects/{slug}/", { params: { path: { slug } }, signal })),
  });

/** How far everybody is, which is also who annotates. */
export const peopleQuery = (slug: string) =>
  queryOptions({
    queryKey: ["projects", slug, "progress"],
    queryFn: ({ signal }) =>
      call(api.GET("/api/v1/projects/{slug}/progress/", { params: { path: { slug } }, signal })),
  });

export const guidelinesQuery = (slug: string) =>
  queryOptions({
    queryKey: ["projects", slug, "guidelines"],
    queryFn: ({ signal }) =>
      call(api.GET("/api/v1/projects/{slug}/guidelines/", { params: { path: { slug } }, signal })),
    staleTime: 300_000,
  });
