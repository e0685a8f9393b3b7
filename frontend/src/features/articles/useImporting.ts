import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocation } from "wouter";
import type { Imported } from "./notice";
import { refusalOf } from "./refusal";
import { importArticle } from "./requests";

/** Import a corrected article, then go to the list, which says so. */
export function useImporting(slug: string, beforeLeaving: () => void) {
  const queries = useQueryClient();
  const [, go] = useLocation();
  const taking = useMutation({
    mutationFn: (given: Parameters<typeof importArticle>[1]) => importArticle(slug, given),
    onSuccess: async ({ title, claims }) => {
      await queries.invalidateQueries({ queryKey: ["projects"] });
      const state: Imported = { title, claims: claims.length };
      beforeLeaving();
      go(`/projects/${slug}/articles`, { state });
    },
  });
  return {
    start: (given: Parameters<typeof importArticle>[1]) => taking.mutate(given),
    // Until the list is there, a second press would find the article a duplicate.
    isPending: taking.isPending || taking.isSuccess,
    refusal: taking.error && refusalOf(taking.error),
  };
}
