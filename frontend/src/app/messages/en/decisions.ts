/** Of the dialogs in which a person decides about answers that the server did not take. */
export const decisions = {
  refusedTitle: "Answers the server refused",
  refusedText: "They are kept here until you decide.",
  refusedAnswer: (answer: string) => `Answer: ${answer}`,
  refusedUndo: "Answer taken back",
  sendAgain: "Send again",
  takeServers: "Take the server’s",
  notTaken: "We could not reach the server. Your answer is still here.",

  changedTitle: "Changed elsewhere",
  changedText: (n: number) =>
    `You answered claim ${n} here and in another tab or on another device. Both answers are kept in its history.`,
  changedMore: (n: number) => (n === 1 ? "One more after this." : `${n} more after this.`),
  what: "What",
  mine: "Given here",
  theirs: "Given elsewhere",
  answer: "Answer",
  confidence: "Confidence",
  note: "Note",
  marks: "Marks",
  source: "Words of the source",
  cue: "Words of the cue",
  takenBack: "Taken back",
  skipped: "Skipped",
  skippedAs: (reason: string) => `Skipped: ${reason}`,
  /** The word of a point of the confidence scale, and which point it is of how many. */
  point: (word: string, value: number, points: number) => `${word}, ${value} of ${points}`,
  flags: {
    several_sources: "several sources",
    second_hand: "second hand",
    flagged: "flagged for the lead",
  },
  list: (words: readonly string[]) => words.join(", "),
  nothing: "none",
  characters: (start: number, end: number) => `characters ${start} to ${end}`,
  keepMine: "Keep mine",
  keepTheirs: "Keep the other",
};
