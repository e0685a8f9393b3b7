import { queryOptions } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import type { Suggestions, Training } from "@/api/types";
import { pauseAfter } from "@/lib/polling";

export function isLive(training: Training | null | undefined): boolean {
  return training?.state === "waiting" || training?.state === "training";
}

/** What was learned; asked for every second while something is being learned. */
export const suggestionsQuery = (slug: string) =>
  queryOptions({
    queryKey: ["projects", slug, "suggestions"],
    queryFn: ({ signal }) =>
      call(api.GET("/api/v1/projects/{slug}/suggestions/", { params: { path: { slug } }, signal })),
    refetchInterval: ({ state }) =>
      state.data ? pauseAfter(isLive(state.data.training), state.fetchFailureCount) : false,
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
