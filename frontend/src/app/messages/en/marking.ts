/** The sentences of what a claim may be given besides its answer. */

export const rules = {
  known: {
    "quoted, speaker not found": "It is quoted, and no speaker was found.",
    "no source": "No source is given.",
    "passive without an agent": "It is in the passive, without anybody who says it.",
    "in a statement": "It comes from a statement.",
    "spokesperson, named": "A spokesperson says it, by name.",
    "spokesperson, not named": "A spokesperson says it, without a name.",
    named: "The person who says it is named.",
    "called by a nationality": "Who says it is called by a nationality.",
    "named beside": "The name stands beside the description.",
    "an office that one person holds": "It is an office that one person holds.",
    "called by an office": "Who says it is called by an office.",
    "a city speaks": "A city speaks for its authorities.",
    "a state or city speaks": "A state or city speaks for its authorities.",
    "a body speaks": "A body speaks, not a person.",
    "a body, it seems": "It seems that a body speaks, not a person.",
    "an identified publication": "It is taken from a publication that is named.",
    "described, not named": "The source is described, not named.",
    "media, not identified": "It is taken from media that are not named.",
    "a judge rules": "It is what a judge rules.",
    "a formal text": "It is from a formal text.",
    "a document, not identified": "It is from a document that is not named.",
    "a document of a body": "It is from a document of a body.",
    "a leaked document": "It is from a leaked document.",
    "goes on from a statement": "It goes on from a statement before it.",
    "an office whose holder is named": "It is an office whose holder is named elsewhere.",
    "a pronoun for somebody named": "The pronoun stands for somebody who is named.",
    "a pronoun for a body": "The pronoun stands for a body.",
    "a pronoun for people described": "The pronoun stands for people who are described.",
  },
  other: (rule: string) => `Rule: ${rule}.`,
  goesOn: (why: string) => `The source goes on. ${why}`,
  pronoun: (pronoun: string, why: string) => `${pronoun}: ${why}`,
};

export const spans = {
  title: "Words of",
  none: "No words marked",
  start: "Start",
  whole: "Both",
  end: "End",
  moves: {
    start: { earlier: "Grow the start by a word", later: "Shrink the start by a word" },
    whole: { earlier: "Move back by a word", later: "Move on by a word" },
    end: { earlier: "Shrink the end by a word", later: "Grow the end by a word" },
  },
  clear: "Clear",
  keep: "Keep",
  cancel: "Cancel",
  hint: "← → move the end, with Shift the start, with Alt by a letter; ↑ ↓ move both, PgUp PgDn to another sentence; Tab changes between source and cue. Or mark words in the article, or tap the first and the last.",
};

export const note = {
  title: (n: number) => `Note on claim ${n}`,
  label: "What should the lead know?",
  hint: "Ctrl + Enter keeps it.",
  severalSources: "Several sources stand behind it",
  secondHand: "Second hand: it relays what another outlet or person said",
  keep: "Keep",
  cancel: "Cancel",
};
