import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError } from "@/api/client";
import { peopleQuery } from "@/api/queries";
import type { ArticleSummary, Assigned } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { assignByName, withdrawAssignment } from "./assigning";
import { articlesQuery } from "./queries";

const m = leadMessages.assigning;
const { untitled } = leadMessages.articles;

type Assignment = ArticleSummary["assignments"][number];
type Someone = { id: number; name: string };

/** What was done last, or could not be done. */
export type Outcome = {
  tone: "ok" | "warn" | "error";
  text: string;
  details: readonly string[];
  /** What a lead may want back. */
  taken?: { article: number; from: Someone };
};

/** Give articles to people by name and take them away again. */
export function useAssigning(slug: string, articles: readonly ArticleSummary[]) {
  const queries = useQueryClient();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: articlesQuery(slug).queryKey }),
      queries.invalidateQueries({ queryKey: peopleQuery(slug).queryKey }),
    ]);
  const titleOf = (id: number) => articles.find((one) => one.id === id)?.title || untitled;

  const assigning = useMutation({
    mutationFn: ({ to, ids }: { to: Someone; ids: readonly number[] }) =>
      assignByName(slug, to.id, ids),
    onSuccess: (done, { to }) => {
      setOutcome(outcomeOf(done, to.name, titleOf));
      return refresh();
    },
    onError: (error) => setOutcome(failed(error, m.failed)),
  });
  const withdrawing = useMutation({
    mutationFn: ({ assignment }: { article: ArticleSummary; assignment: Assignment }) =>
      withdrawAssignment(slug, assignment.id),
    onSuccess: (_, { article, assignment }) => {
      const from = { id: assignment.annotator_id, name: assignment.annotator };
      setOutcome({
        tone: "ok",
        text: m.withdrawn(article.title || untitled, from.name),
        details: [],
        taken: { article: article.id, from },
      });
      return refresh();
    },
    onError: (error, { assignment }) =>
      setOutcome(failed(error, m.withdrawFailed(assignment.annotator))),
  });
  return { outcome, assigning, withdrawing };
}

/** Say how many articles somebody has more, and why not the others. */
export function outcomeOf(
  done: Assigned & { failure: unknown },
  name: string,
  titleOf: (id: number) => string,
): Outcome {
  const { assigned, refused, failure } = done;
  const given =
    assigned.length > 0 || refused.length === 0 ? [m.assigned(name, assigned.length)] : [];
  const sentences = [...given, ...(refused.length > 0 ? [m.refused(name, refused.length)] : [])];
  return {
    tone: refused.length > 0 || failure ? "warn" : "ok",
    text: (failure ? [m.partly, ...sentences] : sentences).join(" "),
    details: refused.map((one) => m.refusal(titleOf(one.article), m.reasons[one.code])),
  };
}

function failed(error: Error, text: string): Outcome {
  const isRefused = error instanceof ApiError && !error.isTemporary;
  return { tone: "error", text: isRefused ? error.message : text, details: [] };
}
