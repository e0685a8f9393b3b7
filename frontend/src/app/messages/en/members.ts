import { count } from "@/lib/numbers";
import { plural } from "./plural";

const answers = (n: number) => plural(n, "answer", "answers");

export const members = {
  title: "People",
  leadOnly: "The people of a project are for its leads.",
  backToDashboard: "Back to the dashboard",
  loading: "Loading the people…",
  failed: "The people could not be loaded.",
  roles: { lead: "Lead", annotator: "Annotator", viewer: "Viewer" },
  save: "Save",
  saving: "Saving…",
  saved: "Saved",
  notSaved: "This could not be saved. Try again.",
  /** Refusals whose own sentence is in English. */
  refusals: {
    last_lead:
      "Every project needs a lead, and this is the only one. Make somebody else a lead first.",
  },

  invite: {
    open: "Invite people",
    title: "Invite people",
    text: "Whoever follows the link joins with the account they have, or makes one.",
    role: "As what?",
    roleHints: {
      annotator: "Reads articles and answers claims.",
      lead: "Sets the project up, invites people, sees every answer.",
      viewer: "Sees articles and figures, and changes nothing.",
    },
    way: "How?",
    ways: { mail: "By email", link: "By link" },
    wayHints: {
      mail: "One person, with this address alone.",
      link: "You pass it on yourself: to one person or to many.",
    },
    email: "Email address",
    needsEmail: "Give an email address, as in ana@news.example.",
    places: "How many people may use it",
    placesWrong: (most: number) => `Give a number from 1 to ${count(most)}.`,
    send: "Send the invitation",
    make: "Make the link",
    working: "Inviting…",
    notMade: "The invitation could not be made. Try again.",
    madeByMail: (email: string) => `${email} is invited.`,
    madeByLink: "The link is made.",
    letterGoes: "An email with this link goes out now. You can pass the link on yourself too.",
    letterSent: "The email with this link has been sent. You can pass the link on yourself too.",
    letterPrinted:
      "No email goes out, as no mail server is set up here. Pass this link on yourself.",
    letterFailed: (reason: string) =>
      `The email could not be sent (${reason}). Pass this link on yourself.`,
    noLetter: (places: number) =>
      `No email goes out: pass this link on yourself. It lets in ${plural(places, "person", "people")}.`,
    link: "Link of the invitation",
    until: (when: string) => `It is good until ${when}.`,
    another: "Invite somebody else",
    done: "Done",
  },

  invitations: {
    title: "Open invitations",
    text: "They end by themselves when they are used up or too old.",
    loading: "Loading the invitations…",
    failed: "The invitations could not be loaded.",
    columns: { who: "For", role: "Role", places: "Places left", until: "Ends", letter: "Email" },
    actions: "Actions",
    anybody: "Whoever has the link",
    by: (who: string, when: string) => `by ${who}, ${when}`,
    placesOf: (left: number, places: number) => `${count(left)} of ${count(places)}`,
    letters: {
      none: "none: by link",
      printed: "none: no mail server",
      waiting: "being sent…",
      failed: "not sent",
    },
    sentAt: (when: string) => `sent ${when}`,
    copy: "Copy link",
    copyOf: (whom: string) => `of the invitation for ${whom}`,
    revoke: "Revoke",
    revokeOf: (whom: string) => `Revoke the invitation for ${whom}`,
    revokeTitle: "Revoke this invitation?",
    revokeText: (whom: string) =>
      `The link for ${whom} stops working at once. Who has joined with it stays.`,
    keep: "Keep it",
    revoking: "Revoking…",
    notRevoked: "The invitation could not be revoked. Try again.",
    revoked: (whom: string) => `The invitation for ${whom} is revoked.`,
  },

  members: {
    title: "In this project",
    summary: (n: number) => plural(n, "person", "people"),
    find: "Find somebody",
    none: "Nobody matches.",
    columns: {
      name: "Name",
      role: "Role",
      limit: "Limit",
      answered: "Answered",
      held: "Articles",
      code: "In exports",
      actions: "Actions",
    },
    you: "you",
    last: (when: string) => `last ${when}`,
    notGiven: "takes none",
    codeHint: "Exports name nobody: each person goes by a code there.",
    roleOf: (name: string) => `Role of ${name}`,
    saveRoleOf: (name: string, role: string) => `Save: ${name} as ${role}`,
    roleSaved: (name: string, role: string) => `${name} is saved as ${role}.`,
    limitOf: (name: string) => `Limit of ${name}: the most articles that the queue gives`,
    noLimit: "none",
    limitWrong: (most: number) =>
      `Give a whole number up to ${count(most)}, or nothing for no limit.`,
    saveLimitOf: (name: string) => `Save the limit of ${name}`,
    limitSaved: (name: string, limit: number | null) =>
      limit === null ? `${name} has no limit now.` : `The limit of ${name} is ${count(limit)} now.`,
    deactivate: "Deactivate",
    leave: "Leave",
    leaveNamed: "Leave this project",
    deactivateNamed: (name: string) => `Deactivate ${name}`,
  },

  leaving: {
    title: (name: string) => `Deactivate ${name}?`,
    ownTitle: "Leave this project?",
    kept: (n: number) =>
      n === 0
        ? "Nothing is lost: there are no answers yet."
        : `Nothing is lost: ${answers(n)} stay, count in every figure, and are exported under the same code.`,
    released: "Articles that are begun or waiting go back to the queue for others.",
    invitations:
      "Open invitations are revoked, as leads have seen their links. Invite those again who have not come yet.",
    access: (name: string) =>
      `${name} cannot open the project any more. You can reactivate them at any time, in the same role and with the same limit.`,
    ownAccess: "You cannot open the project any more. Another lead can let you in again.",
    cancel: "Cancel",
    confirm: "Deactivate",
    ownConfirm: "Leave",
    working: "Deactivating…",
    done: (name: string) => `${name} is deactivated. Their answers stay.`,
  },

  demoting: {
    title: (name: string) => `Should ${name} stop leading?`,
    ownTitle: "Stop leading this project?",
    text: (name: string) =>
      `${name} will not see people, settings and activity any more. You can make them a lead again at any time.`,
    ownText:
      "You will not see people, settings and activity any more. Another lead can make you a lead again.",
    invitations:
      "Open invitations that would allow more than that are revoked, as leads have seen their links.",
    cancel: "Cancel",
    ownCancel: "Stay a lead",
    confirm: "Take the lead away",
    ownConfirm: "Stop leading",
  },

  former: {
    title: "Former members",
    text: "They cannot open the project. Their answers stay and count.",
    reactivate: "Reactivate",
    reactivateNamed: (name: string) => `Reactivate ${name}`,
    reactivating: "Reactivating…",
    done: (name: string) => `${name} is in the project again.`,
  },
};
