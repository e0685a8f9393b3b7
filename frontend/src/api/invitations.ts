import { queryOptions } from "@tanstack/react-query";
import { api, call } from "./client";
import type { Invitation } from "./types";

const WAITING_MS = 3000;

/** The open invitations; asked for again while the email of one is on its way. */
export const invitationsQuery = (slug: string) =>
  queryOptions({
    queryKey: ["projects", slug, "invitations"],
    queryFn: ({ signal }) =>
      call(api.GET("/api/v1/projects/{slug}/invitations/", { params: { path: { slug } }, signal })),
    refetchInterval: ({ state }) =>
      state.data?.some((one) => letterOf(one) === "waiting") ? WAITING_MS : false,
  });

/** What became of the email of an invitation. */
export function letterOf(
  invitation: Pick<Invitation, "email" | "is_printed" | "sent_at" | "failure">,
) {
  if (invitation.email === "") return "none";
  if (invitation.is_printed) return "printed";
  if (invitation.failure) return "failed";
  return invitation.sent_at ? "sent" : "waiting";
}
