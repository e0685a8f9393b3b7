import { queryOptions } from "@tanstack/react-query";
import { ApiError, api, call } from "@/api/client";
import type { Agreement } from "@/api/types";

const LIVE_MS = 1000;
const AFTER_FAILURE_MS = 5000;
const PROGRESS_MS = 5000;

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

/** The newest agreement, asked for every second while the page is seen. */
export const agreementQuery = (slug: string) => {
  const queryKey = ["projects", slug, "agreement"];
  return queryOptions({
    queryKey,
    queryFn: ({ client, signal }) =>
      fetchAgreement(slug, client.getQueryData<Known>(queryKey), signal),
    refetchInterval: (query) => (query.state.fetchFailureCount > 0 ? AFTER_FAILURE_MS : LIVE_MS),
    staleTime: 0,
    // The next second is the next try.
    retry: false,
  });
};

/** Fetch the agreement, or keep what is `known` if the server says that it still holds. */
export async function fetchAgreement(
  slug: string,
  known: Known | undefined,
  signal: AbortSignal,
): Promise<Known> {
  const request = api.GET("/api/v1/projects/{slug}/agreement/", {
    params: { path: { slug } },
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

function skewOf(serverDate: string | null): number {
  const server = Date.parse(serverDate ?? "");
  return Number.isNaN(server) ? 0 : server - Date.now();
}
