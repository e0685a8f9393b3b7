import { queryOptions } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import { figuresOptions, type Scope } from "@/parts/scope/scope";

export type Overview = Awaited<ReturnType<typeof fetchOverview>>;
export type OverviewFigures = NonNullable<Overview["figures"]>;

const CURRENT_MS = 30_000;
const COUNTING_MS = 3_000;

/** Progress, pace, time per claim and the sources, as a worker last counted them. */
export const overviewQuery = (slug: string, { scope, isReady }: Scope) =>
  queryOptions({
    ...figuresOptions(slug, "overview", scope),
    queryFn: ({ signal }) => fetchOverview(slug, scope ?? "all", signal),
    enabled: isReady,
    refetchInterval: ({ state }) => (state.data?.is_current ? CURRENT_MS : COUNTING_MS),
  });

function fetchOverview(slug: string, scope: string, signal: AbortSignal) {
  const params = { path: { slug }, query: { scope } };
  return call(api.GET("/api/v1/projects/{slug}/overview/", { params, signal }));
}
