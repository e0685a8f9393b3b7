import type { Invitation, Member } from "@/api/types";

/** Objects for the tests of this folder. */

export function makeMember(changes: Partial<Member> = {}): Member {
  return {
    id: 7,
    name: "Ana",
    email: "ana@news.example",
    code: "k7m2qp",
    role: "annotator",
    active: true,
    quota: null,
    held: 4,
    answered: 31,
    last_saved_at: null,
    ...changes,
  };
}

export function makeInvitation(changes: Partial<Invitation> = {}): Invitation {
  return {
    id: 12,
    role: "annotator",
    email: "",
    places: 1,
    taken: 0,
    link: "http://localhost/join#12-secret",
    invited_by: "Lena",
    created_at: "2026-05-04T12:00:00Z",
    expires_at: "2026-05-18T12:00:00Z",
    is_printed: false,
    sent_at: null,
    failure: "",
    ...changes,
  };
}
