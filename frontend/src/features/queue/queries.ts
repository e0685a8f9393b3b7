import { queryOptions } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import type { QueueChanges, QueueSettings } from "@/api/types";

const RANKING_MS = 2000;

/** How the queue is set up; asked for again while a worker puts the articles in order. */
export const settingsQuery = (slug: string) =>
  queryOptions({
    queryKey: ["projects", slug, "queue-settings"],
    queryFn: ({ signal }) =>
      call(
        api.GET("/api/v1/projects/{slug}/queue/settings/", { params: { path: { slug } }, signal }),
      ),
    refetchInterval: ({ state }) => (state.data?.is_ranking ? RANKING_MS : false),
  });

export function saveSettings(slug: string, changes: QueueChanges): Promise<QueueSettings> {
  return call(
    api.PATCH("/api/v1/projects/{slug}/queue/settings/", {
      params: { path: { slug } },
      body: changes,
    }),
  );
}
