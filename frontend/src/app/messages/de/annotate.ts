import { count } from "@/lib/numbers";
import { plural } from "./plural";

const claims = (n: number) => plural(n, "Aussage", "Aussagen");

export const annotate = {
  title: "Annotieren",
  skipToQuestion: "Zur Frage springen",
  claims,
  words: (n: number) => plural(n, "Wort", "Wörter"),
  untitled: "Artikel ohne Titel",
  progress: "Eigener Fortschritt",
  ofClaims: (n: number) => `von\u00a0${claims(n)}`,
  article: "Artikel",
  question: "Frage",
  claim: "Aussage",
  claimOf: (n: number) => `von ${count(n)}`,
  claimLabel: (n: number, state: string, quote: string) => `Aussage ${n}, ${state}: ${quote}`,
  notAnswered: "nicht beantwortet",
  skipped: "übersprungen",
  answeredAs: (source: string, confidence: number) => `${source}, Sicherheit ${confidence}`,
  flagged: "Markiert",
  withState: (what: string, state: string) => `${what}, ${state}`,
  flaggedWord: "markiert",
  selectedWord: "ausgewählt",
  proposedWord: "Änderung vorgeschlagen",
  proposed: {
    split: "Teilung vorgeschlagen",
    merge: "Verbindung vorgeschlagen",
    exclude: "Ausschluss vorgeschlagen",
  },
  selected: (n: number) => `${claims(n)} ausgewählt`,
  selectedHint: "Eine Antwort gilt für alle.",
  clearSelection: "Auswahl aufheben",
  marksSummary: (answered: number, skipped: number, open: number) =>
    `${count(answered)} beantwortet, ${count(skipped)} übersprungen, ${count(open)} offen`,

  whoStandsBehind: "Wer steht hinter dieser Aussage?",
  howSure: "Wie sicher?",
  undo: "Rückgängig",
  more: "Mehr",
  moreHint: "Alle Befehle",
  skip: "Überspringen",
  flag: "Markieren",
  note: "Notiz",
  guide: "Leitfaden",

  skipReasons: {
    no_claim: "Keine Aussage",
    cannot_tell: "Nicht zu entscheiden",
    broken_text: "Beschädigter Text",
  },
  skippedBecause: (reason: string) => `übersprungen: ${reason}`,

  suggestion: "Vorschlag",
  likely: (percent: string) => `zu ${percent} wahrscheinlich`,
  uncertain: (percent: string) => `unsicher, zu ${percent} wahrscheinlich`,
  suggestionIs: (source: string, how: string) => `Vorgeschlagen: ${source}, ${how}.`,

  keys: "Tastenkürzel",
  spans: {
    source: "Quelle",
    cue: "Signalwort",
    is: (part: string, words: string) => `${part}: „${words}“.`,
    isNone: (part: string) => `${part}: keine Wörter.`,
  },

  liveNext: (n: number, of: number, state: string) => `Aussage ${n} von ${of}, ${state}.`,
  liveSkip: (reasons: string) => `Warum überspringen? ${reasons}. Eingabetaste: ohne Grund.`,
  liveReason: (key: number, reason: string) => `${key}: ${reason}`,
  liveFinished: "Artikel fertig. Mit der Eingabetaste zum nächsten Artikel.",

  todayShort: (n: number) => `${count(n)} heute`,

  partFailed:
    "Das konnte nicht geladen werden: Der Server ist nicht erreichbar. Die Antworten sind sicher.",

  loading: "Der nächste Artikel wird geladen…",
  failedTitle: "Der Artikel konnte nicht geladen werden",
  failed:
    "Der Server ist nicht erreichbar. Bitte diese Seite offen lassen: Noch nicht gesendete Antworten liegen in ihr.",
};
