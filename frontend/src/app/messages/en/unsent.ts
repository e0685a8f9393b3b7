import { plural } from "./plural";

const answers = (n: number) => plural(n, "answer", "answers");

/** What is asked of somebody who signs out while answers are not sent. */
export const unsent = {
  title: "Some answers are not sent yet",
  kept: (n: number) =>
    n === 1
      ? "1 answer is kept on this device. It is sent when you sign in here again; nobody else sees it."
      : `${n} answers are kept on this device. They are sent when you sign in here again; nobody else sees them.`,
  inPage: (n: number) =>
    n === 1
      ? "1 answer is kept only in this page, because this browser stores nothing for it. Signing out now loses it."
      : `${n} answers are kept only in this page, because this browser stores nothing for it. Signing out now loses them.`,
  stay: "Stay signed in",
  signOutKeeping: "Sign out and keep them here",
  signOutLosing: "Sign out and lose them",
  discard: "Discard them…",
  discardTitle: "Discard what is not sent?",
  discardText: (n: number) =>
    `${answers(n)} will be gone for good, and nobody can bring them back.`,
  discardNow: "Discard and sign out",
  back: "Back",
};
