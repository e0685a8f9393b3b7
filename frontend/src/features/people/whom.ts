import type { Invitation } from "@/api/types";
import { peopleMessages } from "@/app/messages/people";

/** Whom an invitation is for: an address, or whoever has its link. */
export function whomOf({ email }: Pick<Invitation, "email">): string {
  return email || peopleMessages.people.invitations.anybody;
}
