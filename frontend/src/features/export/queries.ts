import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import { allOf, nextCursor, pageQuery } from "@/api/pages";
import { pauseAfter } from "@/lib/polling";
import type { Comparison, Snapshot, SnapshotOptions } from "./types";

const LIST_MS = 2000;

/** What there is to filter by. */
export const choicesQuery = (slug: string) =>
  queryOptions({
    queryKey: ["projects", slug, "export", "choices"],
    queryFn: ({ signal }) =>
      call(
        api.GET("/api/v1/projects/{slug}/export/filters/", { params: { path: { slug } }, signal }),
      ),
  });

const snapshotsKey = (slug: string) => ["projects", slug, "snapshots"] as const;

export function isLive({ state }: Pick<Snapshot, "state">): boolean {
  return state === "waiting" || state === "running";
}

/** The snapshots, the newest first; asked for again while one of them is being taken. */
export const snapshotsQuery = (slug: string) =>
  infiniteQueryOptions({
    queryKey: [...snapshotsKey(slug), "list"],
    queryFn: ({ signal, pageParam }) =>
      call(
        api.GET("/api/v1/projects/{slug}/snapshots/", {
          params: { path: { slug }, query: pageQuery(pageParam) },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextCursor,
    refetchInterval: ({ state }) =>
      state.data && allOf(state.data.pages).some(isLive) ? LIST_MS : false,
    staleTime: 0,
    // A machine that only believes to be offline asks all the same.
    networkMode: "always",
  });

/** One snapshot, asked for every second while it is being taken. */
export const snapshotQuery = (slug: string, id: number) =>
  queryOptions({
    queryKey: [...snapshotsKey(slug), id],
    queryFn: ({ signal }) =>
      call(
        api.GET("/api/v1/projects/{slug}/snapshots/{snapshot_id}/", {
          params: { path: { slug, snapshot_id: id } },
          signal,
        }),
      ),
    refetchInterval: ({ state: { data, fetchFailureCount } }) =>
      data ? pauseAfter(isLive(data), fetchFailureCount) : false,
    staleTime: 0,
    // The next look is the next try.
    retry: false,
    networkMode: "always",
  });

export function isComparing({ state }: Pick<Comparison, "state">): boolean {
  return state === "waiting";
}

/** What changed from one snapshot to another, asked for until a worker has found it. */
export const comparisonQuery = (slug: string, before: number, after: number) =>
  queryOptions({
    queryKey: [...snapshotsKey(slug), before, "compare", after],
    queryFn: ({ signal }) =>
      call(
        api.GET("/api/v1/projects/{slug}/snapshots/{snapshot_id}/compare/{other_id}/", {
          params: { path: { slug, snapshot_id: before, other_id: after } },
          signal,
        }),
      ),
    refetchInterval: ({ state: { data, fetchFailureCount } }) =>
      data ? pauseAfter(isComparing(data), fetchFailureCount) : false,
    networkMode: "always",
    // Neither of the two ever changes.
    staleTime: ({ state: { data } }) => (data && !isComparing(data) ? Number.POSITIVE_INFINITY : 0),
  });

export function takeSnapshot(slug: string, options: SnapshotOptions): Promise<Snapshot> {
  return call(
    api.POST("/api/v1/projects/{slug}/snapshots/", {
      params: { path: { slug } },
      body: options,
    }),
  );
}

export function deleteSnapshot(slug: string, id: number): Promise<unknown> {
  return call(
    api.DELETE("/api/v1/projects/{slug}/snapshots/{snapshot_id}/", {
      params: { path: { slug, snapshot_id: id } },
    }),
  );
}
