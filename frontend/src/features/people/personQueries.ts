import { queryOptions } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import type { components } from "@/api/schema";
import { figuresKey, figuresOptions, type Scope } from "@/parts/scope/scope";

type Schemas = components["schemas"];

export type Person = Schemas["AnnotatorPage"];
export type Standing = NonNullable<Person["standing"]>;
export type PairCell = Person["pairs"][number];

const CURRENT_MS = 30_000;
const COUNTING_MS = 3_000;

/** What one person did in a project, and how they stand to the others. */
export const personQuery = (slug: string, id: number, { scope, labels, isReady }: Scope) =>
  queryOptions({
    // What is shown must be of this person, so nothing stands in for it.
    queryKey: [...figuresKey(slug), "person", id, scope, labels],
    queryFn: ({ signal }) => {
      const params = { path: { slug, user_id: id }, query: { scope: scope ?? "all", labels } };
      return call(api.GET("/api/v1/projects/{slug}/annotators/{user_id}/", { params, signal }));
    },
    enabled: isReady,
    refetchInterval: ({ state }) => (state.data?.is_current ? CURRENT_MS : COUNTING_MS),
  });

/** How everybody stands: what one person's agreement is compared with. */
export const standingsQuery = (slug: string, { scope, labels, isReady }: Scope) =>
  queryOptions({
    ...figuresOptions(slug, "annotators", scope, labels),
    queryFn: ({ signal }) => {
      const params = { path: { slug }, query: { scope: scope ?? "all", labels } };
      return call(api.GET("/api/v1/projects/{slug}/agreement/annotators/", { params, signal }));
    },
    enabled: isReady,
  });

/** How often each label is likely true, by the consensus of all answers. */
export const consensusQuery = (slug: string) =>
  queryOptions({
    ...figuresOptions(slug, "consensus"),
    queryFn: ({ signal }) => {
      const params = { path: { slug } };
      return call(api.GET("/api/v1/projects/{slug}/agreement/consensus/", { params, signal }));
    },
  });
