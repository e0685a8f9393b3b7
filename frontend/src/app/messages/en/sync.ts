import { plural } from "./plural";

const answers = (n: number) => plural(n, "answer", "answers");

export const sync = {
  checking: "Checking…",
  saving: "Saving…",
  saved: "All saved",
  waiting: (n: number) => `Not sent yet, ${n} kept here`,
  offline: (n: number) => `Offline, ${n} kept here`,
  /** Where nothing can be stored on the device. */
  waitingInPage: (n: number) => `Not sent yet, ${n} kept only in this page`,
  offlineInPage: (n: number) => `Offline, ${n} kept only in this page`,
  signedOut: (n: number) => `Sign in to send ${n}`,
  refused: (n: number) => `${answers(n)} refused`,
  changed: (n: number) => `${n} changed elsewhere`,
  tryNow: "Try to send now",
  savedAgain: "All answers are saved again.",

  unsentTitle: "Some answers are not sent yet",
  unsent: (n: number) =>
    n === 1
      ? "1 answer is kept on this device. It is sent when you sign in here again; nobody else sees it."
      : `${n} answers are kept on this device. They are sent when you sign in here again; nobody else sees them.`,
  unsentInPage: (n: number) =>
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
