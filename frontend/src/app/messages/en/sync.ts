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
};
