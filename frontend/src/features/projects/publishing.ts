import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiError, api, call } from "@/api/client";
import { guidelinesQuery, projectQuery } from "@/api/queries";
import { setupMessages } from "@/app/messages/setup";
import { revisionsQuery } from "@/parts/guidelines/queries";
import type { Draft } from "./draft";

const m = setupMessages.guidelinesEditor;

export const LONGEST_BODY = 200_000;
export const LONGEST_NOTE = 200;

export type DraftProblem = { readonly field: "body" | "note"; readonly text: string };

/** Say what is wrong with a draft that would follow a text. */
export function problemsOf({ body, note }: Draft, inForce: string): DraftProblem[] {
  const wrong = { body: bodyProblem(body, inForce), note: noteProblem(note) };
  return (["body", "note"] as const).flatMap((field) =>
    wrong[field] ? [{ field, text: wrong[field] }] : [],
  );
}

function bodyProblem(body: string, inForce: string): string | null {
  if (body.trim() === "") return m.textMissing;
  if (body === inForce) return m.textSame;
  return [...body].length > LONGEST_BODY ? m.textLong(LONGEST_BODY) : null;
}

function noteProblem(note: string): string | null {
  const { length } = note.trim();
  if (length === 0) return m.noteMissing;
  return length > LONGEST_NOTE ? m.noteLong(LONGEST_NOTE) : null;
}

/** Publish a draft; if somebody else has done so meanwhile, theirs is fetched. */
export function usePublishing(slug: string) {
  const queries = useQueryClient();
  const { queryKey } = guidelinesQuery(slug);
  const publishing = useMutation({
    mutationFn: ({ base, body, note }: Draft) =>
      call(
        api.POST("/api/v1/projects/{slug}/guidelines/", {
          params: { path: { slug } },
          body: { base, body, change_note: note.trim() },
        }),
      ),
    onSuccess: async (published) => {
      await queries.cancelQueries({ queryKey, exact: true });
      queries.setQueryData(queryKey, published);
      void queries.invalidateQueries({ queryKey: revisionsQuery(slug).queryKey });
      void queries.invalidateQueries({ queryKey: projectQuery(slug).queryKey, exact: true });
    },
    onError: async (error) => {
      if (!isMovedOn(error)) return;
      void queries.invalidateQueries({ queryKey: revisionsQuery(slug).queryKey });
      await queries.invalidateQueries({ queryKey, exact: true });
    },
  });
  const { error } = publishing;
  const isRefused = error instanceof ApiError && !error.isTemporary;
  const problem = isRefused ? error.message : m.failed;
  return { ...publishing, problem: error && !isMovedOn(error) ? problem : null };
}

const isMovedOn = (error: Error): boolean =>
  error instanceof ApiError && error.code === "guidelines_moved_on";
