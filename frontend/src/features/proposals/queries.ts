import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import { nextCursor, pageQuery } from "@/api/pages";
import type { ListedProposal, ProposalState } from "@/api/types";

export const proposalsKey = (slug: string) => ["projects", slug, "proposals"];

export const proposalsQuery = (slug: string, state: ProposalState) =>
  infiniteQueryOptions({
    queryKey: [...proposalsKey(slug), state],
    queryFn: ({ signal, pageParam }) =>
      call(
        api.GET("/api/v1/projects/{slug}/proposals/", {
          params: { path: { slug }, query: { state, ...pageQuery(pageParam) } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextCursor,
    // Others propose and decide meanwhile.
    staleTime: 0,
  });

export function decide(id: number, accept: boolean): Promise<ListedProposal> {
  return call(
    api.POST("/api/v1/proposals/{proposal_id}/decision/", {
      params: { path: { proposal_id: id } },
      body: { accept },
    }),
  );
}
