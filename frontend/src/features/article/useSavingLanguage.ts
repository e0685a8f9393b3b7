import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiError, api, call } from "@/api/client";
import type { Article } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { articleQuery } from "./queries";

const m = leadMessages.article.language;

/** Change the language of an article; what is shown of it follows. */
export function useSavingLanguage({ id, project }: Pick<Article, "id" | "project">) {
  const queries = useQueryClient();
  const { queryKey } = articleQuery(id);
  const saving = useMutation({
    mutationFn: (language: string) => {
      const params = { path: { article_id: id } };
      return call(api.PATCH("/api/v1/articles/{article_id}/", { params, body: { language } }));
    },
    onSuccess: async (changed) => {
      await queries.cancelQueries({ queryKey, exact: true });
      queries.setQueryData(queryKey, changed);
      // Lists show its title and words of it, the activity who changed it.
      void queries.invalidateQueries({ queryKey: ["projects", project] });
    },
  });
  const { error, mutate, reset, isPending } = saving;
  const isWrong = error instanceof ApiError && "language" in error.fields;
  return { mutate, reset, isPending, isWrong, problem: isWrong ? null : error && reason(error) };
}

function reason(error: Error): string {
  return error instanceof ApiError && !error.isTemporary ? error.message : m.notSaved;
}
