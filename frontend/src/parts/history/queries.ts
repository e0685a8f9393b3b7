import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import { nextCursor, pageQuery } from "@/api/pages";

export const claimEventsQuery = (claim: number) =>
  infiniteQueryOptions({
    queryKey: ["claims", claim, "events"],
    queryFn: ({ signal, pageParam }) => {
      const params = { path: { claim_id: claim }, query: pageQuery(pageParam) };
      return call(api.GET("/api/v1/claims/{claim_id}/events/", { params, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextCursor,
    // It is opened to see what has just happened.
    staleTime: 0,
    gcTime: 0,
    // A machine that only believes to be offline would wait for ever.
    networkMode: "always",
  });
