import { count } from "@/lib/numbers";

export const guidelinesEditor = {
  title: "Edit the guidelines",
  loading: "Loading the editor…",
  base: (number: number) => `From revision ${count(number)}`,
  backToReading: "Back to reading",
  leadOnly: "Only a lead changes the guidelines.",

  text: "Text, in Markdown",
  textHint:
    "# for a heading, - for a list, **bold**, | for a table. Annotators read what the preview shows.",
  textMissing: "The guidelines have no text.",
  textSame: "The text is the same as in the revision in force.",
  textLong: (most: number) => `The text is longer than ${count(most)} characters.`,
  preview: "Preview",
  previewEmpty: "There is nothing to show yet.",

  note: "What changed",
  noteHint: "One line. Annotators read it before their next claim, with the changes marked.",
  noteMissing: "Say in one line what changed.",
  noteLong: (most: number) => `“What changed” has at most ${count(most)} characters.`,

  changes: (number: number) => `What differs from revision ${count(number)}`,
  publish: (number: number) => `Publish as revision ${count(number)}`,
  publishing: "Publishing…",
  published: (number: number) =>
    `Revision ${count(number)} is in force. Annotators see what changed before their next claim.`,
  failed: "This could not be published. Your draft is still here.",

  kept: "Your draft is kept in this browser until you publish or discard it.",
  noDraft: "Nothing is changed yet.",
  notKept: "This browser cannot keep a draft: publish before you leave this page.",
  discard: "Discard the draft",
  discarded: "The draft is discarded: this is the revision in force.",
  restored: "This is your draft from before.",

  movedTitle: (number: number) => `Revision ${count(number)} was published meanwhile`,
  movedText: (number: number, author: string, note: string) =>
    note
      ? `By ${author}: “${note}” Your draft is still here and comes from revision ${count(number)}.`
      : `By ${author}. Your draft is still here and comes from revision ${count(number)}.`,
  somebody: "somebody else",
  theirs: (number: number) => `What revision ${count(number)} changed`,
  mine: "What publishing yours would change in it",
  rebase: (number: number) => `Go on from revision ${count(number)} with my text`,
  rebased: (number: number) =>
    `Your text now follows revision ${count(number)}. Take over from it what should stay, then publish.`,
  takeTheirs: "Discard mine, take theirs",
};
