import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useSearch } from "wouter";
import { api, call } from "@/api/client";
import type { components } from "@/api/schema";
import { type Filters, filtersOf, isSelective, NO_FILTERS, searchOf } from "./filters";

export type Selection = components["schemas"]["SelectionOutput"];

const COUNTING_MS = 1000;
const BEHIND_MS = 3000;
/** The server goes on counting a selection for two minutes after it was last asked for. */
const SHOWN_MS = 30_000;

/** Which answers count on this page: what the filters of its address choose. */
export type Scope = {
  filters: Filters;
  /** The filters as a query string, "?" included: whatever links on, keeps them. */
  search: string;
  /**
   * By which the server gives figures: "all", or the name of a selection that is being counted or
   * counted; null until the server has given it a name.
   */
  scope: string | null;
  /** Whether the server has figures of it: until then, queries wait (`enabled`). */
  isReady: boolean;
  labels: Filters["labels"];
  /** How far the selection is; undefined for all answers, and until the server has said. */
  selection: Selection | undefined;
  isError: boolean;
  isFetching: boolean;
  refetch: () => void;
};

/**
 * Give the scope of the page, and keep the server counting it for as long as the page is seen.
 *
 * Only leads choose: for others it is always everything.
 */
export function useScope(slug: string, isLead: boolean): Scope {
  const address = useSearch();
  const filters = useMemo(() => (isLead ? filtersOf(address) : NO_FILTERS), [isLead, address]);
  const isSome = isSelective(filters);
  const asked = useQuery({ ...selectionQuery(slug, filters), enabled: isSome });
  return {
    filters,
    search: searchOf(filters),
    scope: isSome ? (asked.data?.scope ?? null) : "all",
    isReady: !isSome || Boolean(asked.data?.counted_at),
    labels: filters.labels,
    selection: isSome ? asked.data : undefined,
    isError: isSome && asked.isError,
    isFetching: asked.isFetching,
    refetch: () => void asked.refetch(),
  };
}

const selectionQuery = (slug: string, { labels: _, ...choice }: Filters) =>
  queryOptions({
    queryKey: ["projects", slug, "selections", choice],
    queryFn: ({ signal }) => {
      const body = {
        since: choice.since,
        until: choice.until,
        revisions: [...choice.revisions],
        annotators: [...choice.annotators],
        outlets: [...choice.outlets],
      };
      const params = { path: { slug } };
      return call(
        api.POST("/api/v1/projects/{slug}/agreement/selections/", { params, body, signal }),
      );
    },
    refetchInterval: ({ state: { data } }) => {
      if (!data?.counted_at) return COUNTING_MS;
      return data.is_current ? SHOWN_MS : BEHIND_MS;
    },
    staleTime: 0,
  });

/** Below this key are the figures that a new report can change: they are fetched anew after each. */
export const figuresKey = (slug: string) => ["projects", slug, "figures"];

/**
 * How every query of figures is keyed: by what it is, and by what counts in it.
 *
 * While other answers are chosen, or until a new report is in, the old figures stay.
 */
export const figuresOptions = (slug: string, name: string, ...of: readonly unknown[]) => ({
  queryKey: [...figuresKey(slug), name, ...of],
  placeholderData: keepPreviousData,
});
