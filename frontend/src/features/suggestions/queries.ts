import { queryOptions } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import type { Suggestions, Training } from "@/api/types";

const LIVE_MS = 1000;
const LONGEST_MS = 30_000;

export function isLive(training: Training | null | undefined): boolean {
  return training?.state === "waiting" || training?.state === "training";
}

/** Say in how many milliseconds to ask again after `failures` in a row; false for not at all. */
export function pauseAfter(known: Suggestions | undefined, failures: number): number | false {
  if (failures > 0) return Math.min(LIVE_MS * 2 ** failures, LONGEST_MS);
  return isLive(known?.training) ? LIVE_MS : false;
}

/** What was learned; asked for every second while something is being learned. */
export const suggestionsQuery = (slug: string) =>
  queryOptions({
    queryKey: ["projects", slug, "suggestions"],
    queryFn: ({ signal }) =>
      call(api.GET("/api/v1/projects/{slug}/suggestions/", { params: { path: { slug } }, signal })),
    refetchInterval: ({ state }) =>
      state.data ? pauseAfter(state.data, state.fetchFailureCount) : false,
    staleTime: 0,
    // The next look is the next try.
    retry: false,
  });

export function train(slug: string): Promise<Training> {
  return call(api.POST("/api/v1/projects/{slug}/suggestions/", { params: { path: { slug } } }));
}

export function switchOn(slug: string, isOn: boolean): Promise<Suggestions> {
  return call(
    api.PATCH("/api/v1/projects/{slug}/suggestions/", {
      params: { path: { slug } },
      body: { is_on: isOn },
    }),
  );
}
