import { count } from "@/lib/numbers";

export const sourceTypes = {
  title: "Source types",
  intro:
    "Who may stand behind a claim: the choices of the first question, in this order. One Save takes over the whole list.",
  list: "Source types, in order",
  number: (at: number, of: number) => `${count(at)} of ${count(of)}`,
  unnamed: "New source type",
  builtIn:
    "Every project has the standard types, so that projects can be compared: they can be renamed and moved, not removed.",
  builtInMark: "Standard",
  name: "Name",
  definition: "Definition",
  definitionHint: "One line, under the name on the card.",
  hotkey: "Key",
  exported: (key: string) => `In exports: ${key}`,
  exportedLater: "Its name in exports is made from this when it is saved, and stays.",
  mapsTo: "Counts as",
  mapsToNone: "itself",
  mapsToHint: "Where agreement is measured on fewer, collapsed types.",

  color: "Color and shape",
  colorOf: (type: string) => `Color and shape of ${type}`,
  colors: {
    named: "Indigo circle",
    anonymous: "Orange dashed ring",
    official: "Teal square",
    neutral_1: "Grey open square",
    neutral_2: "Slate question mark",
    free_1: "Plum triangle",
    free_2: "Olive diamond",
    free_3: "Crimson cross",
    free_4: "Blue bars",
  },
  colorShared: (other: string) => `“${other}” has the same color and shape.`,

  moveUp: (type: string) => `Move ${type} up`,
  moveDown: (type: string) => `Move ${type} down`,
  moveHint: "Alt and an arrow key move a type, too.",
  moved: (type: string, at: number, of: number) =>
    `${type} is number ${count(at)} of ${count(of)} now.`,
  swapped: (type: string, other: string) => `${type} and ${other} have swapped their keys.`,
  numberKeys: "Give the keys in this order",
  numbered: "The keys follow the order now.",

  add: "Add a source type",
  added: "A source type was added at the end.",
  full: (most: number) => `There are at most ${count(most)}, as there are that many number keys.`,
  remove: (type: string) => `Remove ${type}`,
  removedTitle: "Removed with the next Save",
  removedText:
    "Answers that have such a type keep it and count as before; it is then archived, and nobody can choose it any more. One that no answer has is deleted.",
  removed: (type: string) => `${type} will be removed with the next Save.`,
  archivedTitle: "Archived",
  archivedText:
    "Answers have them and count; nobody can choose them. Put back, they can be chosen again.",
  putBack: "Put back",
  putBackOf: (type: string) => `Put ${type} back`,
  isBack: (type: string) => `${type} is back in the list.`,

  preview: "As annotators see it",
  previewText: (list: string) => `The card asks for one of: ${list}.`,

  nameMissing: (at: number) => `Number ${count(at)} needs a name.`,
  nameLong: (at: number, most: number) =>
    `The name of number ${count(at)} is longer than ${count(most)} characters.`,
  nameTwice: (at: number, other: number) =>
    `Numbers ${count(other)} and ${count(at)} have the same name.`,
  definitionMissing: (type: string) => `${type} needs a definition.`,
  definitionLong: (type: string, most: number) =>
    `The definition of ${type} is longer than ${count(most)} characters.`,

  saved: "Saved. Annotators have these source types now.",
  recount: "Agreement is counted anew; that may take a moment.",
  movedOn:
    "Somebody else has changed the source types meanwhile, so nothing was saved. Yours are still here.",
  takeTheirs: "Take over theirs, drop mine",
  keepMine: "Save mine over theirs",
  discard: "Undo all changes",
  discarded: "The list is as it was saved.",
};
