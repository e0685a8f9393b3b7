import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import { nextCursor, pageQuery } from "@/api/pages";
import type { components } from "@/api/schema";
import { figuresKey, type Scope } from "@/parts/scope/scope";

export type Pair = components["schemas"]["PairOutput"];
export type PairClaim = components["schemas"]["PairClaim"];

/** Two annotators of a project, by id. */
export type PairOf = { slug: string; one: number; other: number };

const keyOf = ({ slug, one, other }: PairOf) => [...figuresKey(slug), "pair", one, other];

export const pairQuery = (pair: PairOf, { scope, isReady }: Scope) =>
  queryOptions({
    queryKey: [...keyOf(pair), scope],
    queryFn: ({ signal }) => {
      const params = { path: pair, query: { scope: scope ?? "all" } };
      return call(
        api.GET("/api/v1/projects/{slug}/agreement/pairs/{one}/{other}/", { params, signal }),
      );
    },
    enabled: isReady,
  });

/** The claims they split on; with `of`, "named,anonymous", those of which each says its own. */
export const pairClaimsQuery = (pair: PairOf, { scope, isReady }: Scope, of: string | null) =>
  infiniteQueryOptions({
    queryKey: [...keyOf(pair), scope, "claims", of],
    queryFn: ({ signal, pageParam }) => {
      const chosen = of === null ? {} : { of };
      const query = { scope: scope ?? "all", ...chosen, ...pageQuery(pageParam) };
      const params = { path: pair, query };
      return call(
        api.GET("/api/v1/projects/{slug}/agreement/pairs/{one}/{other}/claims/", {
          params,
          signal,
        }),
      );
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: nextCursor,
    enabled: isReady,
  });

/** Who has answered, by name: also those who are no members any more. */
export const namesQuery = (slug: string) =>
  queryOptions({
    queryKey: ["projects", slug, "names"],
    queryFn: async ({ signal }) => {
      const params = { path: { slug } };
      const request = api.GET("/api/v1/projects/{slug}/agreement/filters/", { params, signal });
      return (await call(request)).annotators;
    },
  });
