import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiError } from "@/api/client";
import type { QueueChanges } from "@/api/types";
import { leadMessages } from "@/app/messages/leads";
import { saveSettings, settingsQuery } from "./queries";

const m = leadMessages.queue;

/** Change settings of the queue; what is known of them follows. */
export function useSaving(slug: string) {
  const queries = useQueryClient();
  const { queryKey } = settingsQuery(slug);
  const saving = useMutation({
    mutationFn: (changes: QueueChanges) => saveSettings(slug, changes),
    onSuccess: async (known) => {
      await queries.cancelQueries({ queryKey });
      queries.setQueryData(queryKey, known);
    },
  });
  const { error } = saving;
  const problem = error instanceof ApiError && !error.isTemporary ? error.message : m.notSaved;
  return { ...saving, problem: error && problem };
}
