import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { ApiError, api, call } from "@/api/client";
import type { Agreement, AgreementReport } from "@/api/types";
import type { Scope } from "@/parts/scope/scope";

const LIVE_MS = 1000;
const AFTER_FAILURE_MS = 5000;
const PROGRESS_MS = 5000;

export type Variable = Exclude<keyof AgreementReport["variables"], "source_type_collapsed">;

export type Known = {
  agreement: Agreement;
  tag: string | null;
  /** How far the server's clock is ahead of this machine's. */
  skewMs: number;
};

export const progressQuery = (slug: string) =>
  queryOptions({
    queryKey: ["projects", slug, "progress"],
    queryFn: ({ signal }) =>
      call(api.GET("/api/v1/projects/{slug}/progress/", { params: { path: { slug } }, signal })),
    refetchInterval: PROGRESS_MS,
  });

/** The newest agreement of a scope, asked for every second while the page is seen. */
export const agreementQuery = (slug: string, scope = "all") => {
  const queryKey = ["projects", slug, "agreement", scope];
  return queryOptions({
    queryKey,
    queryFn: ({ client, signal }) =>
      fetchAgreement(slug, scope, client.getQueryData<Known>(queryKey), signal),
    refetchInterval: (query) => (query.state.fetchFailureCount > 0 ? AFTER_FAILURE_MS : LIVE_MS),
    staleTime: 0,
    // The next second is the next try.
    retry: false,
  });
};

/** Fetch the agreement, or keep what is `known` if the server says that it still holds. */
export async function fetchAgreement(
  slug: string,
  scope: string,
  known: Known | undefined,
  signal: AbortSignal,
): Promise<Known> {
  const request = api.GET("/api/v1/projects/{slug}/agreement/", {
    params: { path: { slug }, query: { scope } },
    headers: known?.tag ? { "If-None-Match": known.tag } : {},
    signal,
  });
  try {
    const agreement = await call(request);
    const { headers } = (await request).response;
    return { agreement, tag: headers.get("ETag"), skewMs: skewOf(headers.get("Date")) };
  } catch (error) {
    if (known && error instanceof ApiError && error.status === 304) return known;
    throw error;
  }
}

/** Have everything counted anew, and show at once that it is, with the figures of `scope`. */
export async function countAnew(slug: string, queries: QueryClient, scope = "all"): Promise<void> {
  const path = { slug };
  const begun = await call(
    api.POST("/api/v1/projects/{slug}/agreement/recompute/", { params: { path } }),
  );
  const { queryKey } = agreementQuery(slug, scope);
  // What was asked before the start would take the progress away again.
  await queries.cancelQueries({ queryKey });
  queries.setQueryData<Known>(queryKey, (known) => {
    if (!known) return known;
    return { ...known, tag: null, agreement: { ...known.agreement, recomputation: begun } };
  });
  void queries.invalidateQueries({ queryKey });
}

/** Fetch the paragraph that describes a figure in a paper. */
export async function fetchMethods(
  slug: string,
  variable: Variable,
  { scope, labels }: Pick<Scope, "scope" | "labels">,
): Promise<string> {
  const params = { path: { slug }, query: { variable, scope: scope ?? "all", labels } };
  const request = api.GET("/api/v1/projects/{slug}/agreement/methods/", { params });
  return (await call(request)).text;
}

function skewOf(serverDate: string | null): number {
  const server = Date.parse(serverDate ?? "");
  return Number.isNaN(server) ? 0 : server - Date.now();
}
