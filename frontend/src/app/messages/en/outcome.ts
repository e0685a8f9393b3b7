import { plural } from "./plural";

const claims = (n: number) => plural(n, "claim", "claims");

/** What the last key did. */
export const outcome = {
  savedAs: (n: number) => `Claim ${n} saved as`,
  keptAs: (n: number) => `Claim ${n} kept as`,
  asAnswered: (source: string, confidence: number, points: number) =>
    `${source}, ${confidence}/${points}`,
  asSkipped: "skipped",
  severalSavedAs: (n: number) => `${claims(n)} saved as`,
  severalKeptAs: (n: number) => `${claims(n)} kept as`,
  one: (n: number, what: string) => `Claim ${n}: ${what}`,
  several: (n: number, what: string) => `${claims(n)}: ${what}`,
  amended: (n: number, what: string, isGiven: boolean) =>
    `Claim ${n}: ${what}${isGiven ? "" : ", goes with your answer"}`,
  on: {
    flagged: "flagged for the lead",
    several_sources: "several sources",
    second_hand: "second hand",
  },
  off: {
    flagged: "flag taken off",
    several_sources: "“several sources” taken off",
    second_hand: "“second hand” taken off",
  },
  note: "note kept",
  noteBack: "note as it was",
  noNote: "note removed",
  words: "marked words kept",
  wordsBack: "marked words as they were",
  nothing: "nothing changed",
  proposed: (n: number) => `Claim ${n}: proposal sent to the lead`,
  unproposed: (n: number) => `Claim ${n}: proposal withdrawn`,
  tooLate: (n: number) => `Claim ${n}: the proposal can no longer be changed`,
  undone: (n: number, now: string) => `Undone. Claim ${n}: ${now}`,
  severalUndone: (n: number) => `Undone for ${claims(n)}`,
  redone: (n: number, now: string) => `Redone. Claim ${n}: ${now}`,
  severalRedone: (n: number) => `Redone for ${claims(n)}`,
  nothingToUndo: "There is nothing to undo",
  nothingToRedo: "There is nothing to redo",
  outOfReach: "The server is needed for that; try again when the network is back",
};
