import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiError } from "@/api/client";
import { invitationsQuery } from "@/api/invitations";
import { changeMember, membersQuery } from "@/api/members";
import { peopleQuery, projectQuery, sessionQuery } from "@/api/queries";
import type { Member, MemberChanges } from "@/api/types";
import { peopleMessages } from "@/app/messages/people";

const m = peopleMessages.people;
const REFUSALS: Readonly<Record<string, string>> = m.refusals;

/** Change what somebody is or may in a project; what is known of them follows. */
export function useChanging(slug: string, member: Pick<Member, "id">, onChanged?: () => void) {
  const queries = useQueryClient();
  const { queryKey } = membersQuery(slug);
  const changing = useMutation({
    mutationFn: (changes: MemberChanges) => changeMember(slug, member.id, changes),
    onSuccess: async (changed) => {
      await queries.cancelQueries({ queryKey });
      queries.setQueryData(queryKey, (known) =>
        known?.map((one) => (one.id === changed.id ? changed : one)),
      );
      queries.setQueryData(
        peopleQuery(slug).queryKey,
        (progress) =>
          progress && {
            ...progress,
            annotators: progress.annotators.map((one) =>
              one.id === changed.id ? { ...one, quota: changed.quota } : one,
            ),
          },
      );
      void queries.invalidateQueries({ queryKey: peopleQuery(slug).queryKey });
      // Some are revoked with a lead's part.
      void queries.invalidateQueries({ queryKey: invitationsQuery(slug).queryKey });
      const own = queries.getQueryData(sessionQuery.queryKey)?.user?.id;
      // Who changes their own part sees other screens from now on.
      if (changed.id === own) {
        void queries.invalidateQueries({ queryKey: projectQuery(slug).queryKey, exact: true });
        void queries.invalidateQueries({ queryKey: ["projects"], exact: true });
      }
      onChanged?.();
    },
  });
  return { ...changing, problem: changing.error && refusalOf(changing.error) };
}

/** Why something was not saved, in the reader's words. */
export function refusalOf(error: Error, otherwise = m.notSaved): string {
  if (!(error instanceof ApiError) || error.isTemporary) return otherwise;
  return REFUSALS[error.code] ?? error.message;
}
