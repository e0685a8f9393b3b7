import { count } from "@/lib/numbers";
import { plural } from "./plural";

const claims = (n: number) => plural(n, "Aussage", "Aussagen");
const answers = (n: number) => plural(n, "Antwort", "Antworten");

/** Ends what is said of something that goes with an answer, as long as there is none. */
const WAITS = ", wird mit der Antwort gespeichert";

export const annotate = {
  title: "Annotieren",
  skipToQuestion: "Zur Frage springen",
  claims,
  words: (n: number) => plural(n, "Wort", "Wörter"),
  untitled: "Artikel ohne Titel",
  progress: "Eigener Fortschritt",
  ofClaims: (n: number) => `von ${claims(n)}`,
  article: "Artikel",
  question: "Frage",
  claim: "Aussage",
  claimOf: (n: number) => `von ${count(n)}`,
  claimLabel: (n: number, state: string, quote: string) => `Aussage ${n}, ${state}: ${quote}`,
  notAnswered: "nicht beantwortet",
  skipped: "übersprungen",
  skippedCount: "Übersprungen",
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
  leftOut: (n: number) => `${plural(n, "Zeile", "Zeilen")} ausgelassen`,
  leftOutHint: "Diese Zeilen gelten als Beiwerk der Seite und enthalten keine Aussagen.",

  whoStandsBehind: "Wer steht hinter dieser Aussage?",
  howSure: "Wie sicher?",
  undo: "Rückgängig",
  more: "Mehr",
  moreHint: "Alle Befehle",
  skip: "Überspringen",
  flag: "Markieren",
  note: "Notiz",
  guide: "Leitfaden",

  whySkipped: "Warum überspringen?",
  skipReasons: {
    no_claim: "Keine Aussage",
    cannot_tell: "Nicht zu entscheiden",
    broken_text: "Beschädigter Text",
  },
  noReason: "Ohne Grund",
  skippedBecause: (reason: string) => `übersprungen: ${reason}`,
  backToSource: "Zurück",

  suggestion: "Vorschlag",
  likely: (percent: string) => `zu ${percent} wahrscheinlich`,
  uncertain: (percent: string) => `unsicher, zu ${percent} wahrscheinlich`,
  noSuggestion: "Für diese Aussage gibt es keinen Vorschlag.",
  acceptIt: "Annehmen",
  acceptNamed: (source: string) => `${source} samt Wörtern annehmen`,
  suggestionIs: (source: string, how: string) => `Vorgeschlagen: ${source}, ${how}.`,

  keys: "Tastenkürzel",
  spans: {
    source: "Quelle",
    cue: "Signalwort",
    is: (part: string, words: string) => `${part}: „${words}“.`,
    isNone: (part: string) => `${part}: keine Wörter.`,
  },

  savedAs: (n: number) => `Aussage ${n} gespeichert als`,
  keptAs: (n: number) => `Aussage ${n} vorgemerkt als`,
  asAnswered: (source: string, confidence: number, points: number) =>
    `${source}, ${confidence}/${points}`,
  asSkipped: "übersprungen",
  severalSavedAs: (n: number) => `${claims(n)} gespeichert als`,
  severalKeptAs: (n: number) => `${claims(n)} vorgemerkt als`,
  undone: (n: number, now: string) => `Rückgängig gemacht. Aussage ${n}: ${now}`,
  severalUndone: (n: number) => `Für ${claims(n)} rückgängig gemacht`,
  redone: (n: number, now: string) => `Wiederholt. Aussage ${n}: ${now}`,
  severalRedone: (n: number) => `Für ${claims(n)} wiederholt`,
  nothingToUndo: "Nichts rückgängig zu machen",
  nothingToRedo: "Nichts zu wiederholen",
  outOfReach:
    "Das betrifft einen Artikel, der gerade nicht geladen werden kann; bitte erneut versuchen, sobald das Netz wieder da ist",
  adjusted: (n: number, isGiven: boolean) =>
    `Aussage ${n}: gewählte Wörter übernommen${isGiven ? "" : WAITS}`,
  proposalSent: (n: number) => `Aussage ${n}: Änderungsvorschlag an die Leitung gesendet`,
  claimFlagged: (n: number, isGiven: boolean) =>
    `Aussage ${n} für die Leitung markiert${isGiven ? "" : WAITS}`,
  claimUnflagged: (n: number) => `Aussage ${n}: Markierung entfernt`,
  noted: (n: number, isGiven: boolean) => `Aussage ${n}: Notiz übernommen${isGiven ? "" : WAITS}`,
  live: (done: string, next: string) => [done, next].filter(Boolean).join(" "),
  liveAnswered: (n: number, what: string) => `Aussage ${n}: ${what}.`,
  liveSeveral: (n: number, what: string) => `${claims(n)}: ${what}.`,
  liveNext: (n: number, of: number, state: string) => `Aussage ${n} von ${of}, ${state}.`,
  liveSkip: (reasons: string) => `Warum überspringen? ${reasons}. Eingabetaste: ohne Grund.`,
  liveReason: (key: number, reason: string) => `${key}: ${reason}`,
  liveFinished: "Artikel fertig. Mit der Eingabetaste zum nächsten Artikel.",

  finished: "Artikel fertig",
  finishedText: (n: number) =>
    n === 1 ? "Seine Aussage ist erledigt." : `Alle ${claims(n)} sind erledigt.`,
  nextArticle: "Nächster Artikel",
  progressTitle: "Fortschritt",
  today: "Heute",
  wholeProject: "Das Projekt",
  answersToday: answers,
  todayShort: (n: number) => `${count(n)} heute`,
  of: (n: number, of: number) => `${count(n)} von ${count(of)}`,
  reviewHint: "Jede Aussage lässt sich wählen und anders beantworten.",

  withdrawn:
    "Die Leitung hat diesen Artikel anderweitig vergeben. Die Antworten bleiben und werden gesendet.",
  released:
    "Dieser Artikel ging während der Abwesenheit zurück in die Warteschlange. Weitere Antworten bleiben trotzdem und werden gesendet.",
  closed: "Dieses Projekt nimmt keine Antworten mehr an. Die bisherigen bleiben.",
  goOn: "Weiter zum nächsten Artikel",
  partFailed:
    "Das konnte nicht geladen werden: Der Server ist nicht erreichbar. Die Antworten sind sicher.",

  loading: "Der nächste Artikel wird geladen…",
  failedTitle: "Der Artikel konnte nicht geladen werden",
  failed:
    "Der Server ist nicht erreichbar. Bitte diese Seite offen lassen: Noch nicht gesendete Antworten liegen in ihr.",
};
