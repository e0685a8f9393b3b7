import { type InfiniteData, infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Key } from "@/lib/ownedStore";
import { RETRY } from "@/lib/reach";
import { api, call } from "./client";
import { isFromDevice, orKept } from "./kept";
import { nextCursor, pageQuery } from "./pages";
import { readSession, SESSION_KEPT } from "./session";
import type { ProjectsPage } from "./types";

/** What may be shown as it was kept is asked for until the server says it, network or not. */
const untilSure = (key: Key) =>
  ({
    networkMode: "always",
    refetchInterval: () => isFromDevice(key) && RETRY,
  }) as const;

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => readSession(signal),
  staleTime: Number.POSITIVE_INFINITY,
  // What the server says counts as new, be it what was kept: it is sure then.
  structuralSharing: false,
  ...untilSure(SESSION_KEPT),
});

const PROJECTS_KEPT = ["projects"] as const;

export const projectsQuery = infiniteQueryOptions({
  queryKey: ["projects"],
  queryFn: ({ client, queryKey, signal: wanted, pageParam }): Promise<ProjectsPage> => {
    const ask = (signal: AbortSignal) =>
      call(api.GET("/api/v1/projects/", { params: { query: pageQuery(pageParam) }, signal }));
    const shown = client.getQueryData<InfiniteData<ProjectsPage>>(queryKey)?.pages[0];
    // What is kept is less than what the server has said already.
    if (pageParam || (shown && !shown.isKept)) return ask(wanted);
    return orKept(PROJECTS_KEPT, wanted, ask, (data, owner) => data.readProjects(owner));
  },
  initialPageParam: undefined as string | undefined,
  getNextPageParam: nextCursor,
  ...untilSure(PROJECTS_KEPT),
});

export const projectQuery = (slug: string) => {
  const kept = ["project", slug] as const;
  return queryOptions({
    queryKey: ["projects", slug],
    queryFn: ({ signal: wanted }) =>
      orKept(kept, wanted, (signal) =>
        call(api.GET("/api/v1/projects/{slug}/", { params: { path: { slug } }, signal })),
      ),
    ...untilSure(kept),
  });
};

/** How far everybody is, which is also who annotates. */
export const peopleQuery = (slug: string) =>
  queryOptions({
    queryKey: ["projects", slug, "progress"],
    queryFn: ({ signal }) =>
      call(api.GET("/api/v1/projects/{slug}/progress/", { params: { path: { slug } }, signal })),
  });

export const guidelinesQuery = (slug: string) => {
  const kept = ["guidelines", slug] as const;
  return queryOptions({
    queryKey: ["projects", slug, "guidelines"],
    queryFn: ({ signal: wanted }) =>
      orKept(kept, wanted, (signal) =>
        call(
          api.GET("/api/v1/projects/{slug}/guidelines/", { params: { path: { slug } }, signal }),
        ),
      ),
    staleTime: 300_000,
    ...untilSure(kept),
  });
};
