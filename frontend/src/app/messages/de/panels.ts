import { count } from "@/lib/numbers";
import type { PanelMessages } from "../panels";
import { account } from "./account";
import { banner, lookingOn } from "./banner";
import { card } from "./card";
import { decisions } from "./decisions";
import { guide } from "./guide";
import { keys } from "./keys";
import { note, rules, spans } from "./marking";
import { outcome } from "./outcome";
import { plural } from "./plural";
import { unsent } from "./unsent";

const claims = (n: number) => plural(n, "Aussage", "Aussagen");

const jump = {
  title: "Aussagen dieses Artikels",
  filter: "Aussagen filtern",
  placeholder: "Wörter, eine Nummer, „offen“ oder „markiert“",
  list: "Aussagen",
  words: {
    open: "offen",
    flagged: "markiert",
    skipped: "übersprungen",
    answered: "beantwortet",
  },
  flagged: "markiert",
  current: "aktuell",
  shown: (n: number, of: number) => (n === of ? claims(n) : `${count(n)} von ${claims(of)}`),
  selected: (n: number) => `${count(n)} ausgewählt`,
  none: "Keine passende Aussage.",
  clear: "Alle zeigen",
  hint: "↑ ↓ wählen, ↵ geht dorthin, die Leertaste wählt mehrere für eine gemeinsame Antwort aus",
};

const history = {
  title: (number: number) => `Verlauf von Aussage ${number}`,
  open: "Verlauf",
  openOf: (number: number) => `Verlauf von Aussage ${number}`,
  openIn: (number: number, article: string) =>
    `Verlauf von Aussage ${number} aus ${article ? `„${article}“` : "einem Artikel ohne Titel"}`,
  about: (number: number, article: string) =>
    `Aussage ${count(number)} aus ${article ? `„${article}“` : "einem Artikel ohne Titel"}`,
  loading: "Der Verlauf wird geladen…",
  failed: "Der Verlauf konnte nicht geladen werden.",
  none: "Diese Aussage hat noch niemand beantwortet.",
  noneOwn: "Diese Aussage ist noch nicht beantwortet.",
  more: "Frühere Änderungen zeigen",
  you: "Ich",
  undo: "Rückgängig",
  redo: "Wiederholen",
  answered: (answer: string) => `Beantwortet: ${answer}`,
  takenBack: (answer: string) => `Antwort zurückgenommen: ${answer}`,
  unchanged: "Ohne Änderung noch einmal gespeichert",
  answer: (source: string, confidence: string) => `${source}, Sicherheit ${confidence}`,
  skipped: "übersprungen",
  skippedAs: (reason: string) => `übersprungen (${reason})`,
  changedAnswer: (before: string, after: string) => `Geändert von ${before} zu ${after}`,
  confidence: (before: string, after: string) => `Sicherheit geändert von ${before} zu ${after}`,
  of: (value: number, most: number) => `${count(value)} von ${count(most)}`,
  flagOn: (flag: string) => `Vermerk: ${flag}`,
  flagOff: (flag: string) => `Vermerk entfernt: ${flag}`,
  flags: {
    flagged: "für die Leitung markiert",
    several_sources: "mehrere Quellen",
    second_hand: "aus zweiter Hand",
  },
  noteAdded: (note: string) => `Notiz: „${note}“`,
  noteChanged: (note: string) => `Notiz geändert zu „${note}“`,
  noteRemoved: "Notiz entfernt",
  source: "Wörter der Quelle geändert",
  cue: "Signalwort geändert",
  revision: (n: number) => `Leitfaden ${n}`,
  accepted: "Vorschlag angenommen",
};

const propose = {
  title: (number: number) => `Anderen Zuschnitt für Aussage ${number} vorschlagen`,
  text: "Darüber entscheidet die Leitung. Bis dahin bleibt die Aussage, wie sie ist, und die Antworten auch.",
  kind: "Was soll mit ihr geschehen?",
  kinds: {
    split: "In zwei teilen",
    merge: "Mit der nächsten Aussage verbinden",
    exclude: "Ausschließen: Es ist keine Aussage",
  },
  kindHints: {
    split: "Zwei Quellen oder zwei verschiedene Äußerungen stecken darin.",
    merge: "Es ist nur eine halbe Aussage; der Rest steht in der nächsten.",
    exclude: "Eine Frage, ein Dank, Beiwerk der Seite.",
  },
  cannotSplit: "Es ist ein einziges Wort.",
  cannotMerge: "Es ist die letzte Aussage des Artikels.",
  place: "Wo geteilt wird",
  placeHint:
    "← und → verschieben den Schnitt um ein Wort. Oder die Stelle zwischen zwei Wörtern wählen.",
  placeBefore: (word: string) => `vor „${word}“`,
  first: "Erste Aussage",
  second: "Zweite Aussage",
  thisClaim: (n: number) => `Aussage ${n}`,
  together: "Beide zusammen",
  note: "Warum?",
  noteHint: "Eine Zeile für die Leitung.",
  noteOptional: "Warum? (freiwillig)",
  needsNote: "In einer Zeile angeben, warum es keine Aussage ist.",
  send: "Vorschlagen",
  sending: "Wird gesendet…",
  cancel: "Abbrechen",
  failed: (reason: string) => `Der Änderungsvorschlag wurde nicht angenommen. ${reason}`,
  unreachable: "Der Server ist nicht erreichbar. Bitte erneut versuchen.",
  ownTitle: (number: number) => `Eigener Änderungsvorschlag für Aussage ${number}`,
  ownText:
    "Er wartet auf die Leitung. Er lässt sich zurückziehen und durch einen anderen ersetzen.",
  own: {
    split: "Vorgeschlagen ist, sie in zwei zu teilen.",
    merge: "Vorgeschlagen ist, sie mit der nächsten Aussage zu verbinden.",
    exclude: "Vorgeschlagen ist, sie auszuschließen.",
  },
  ownNote: (note: string) => `Begründung: ${note}`,
  withdraw: "Zurückziehen",
  withdrawing: "Wird zurückgezogen…",
  close: "Schließen",
};

const end = {
  title: "Zurzeit gibt es nichts zu tun",
  unsent: (n: number) =>
    `${plural(n, "Antwort ist", "Antworten sind")} noch unterwegs; danach kommen vielleicht weitere Artikel.`,
  today: "Eigene Antworten heute",
  total: "Eigene Antworten insgesamt",
  answers: (n: number) => plural(n, "Antwort", "Antworten"),
  ofClaims: (answered: number, available: number) => `${count(answered)} von ${claims(available)}`,
  project: "Das Projekt",
  projectOf: (answers: number, needed: number) =>
    `${count(answers)} von ${plural(needed, "Antwort", "Antworten")}`,
  whenTitle: "Weiter geht es,",
  whenAdded: "wenn die Leitung Artikel hinzufügt oder namentlich zuteilt",
  whenLapsed: (n: number) =>
    `wenn jemand einen Artikel abgibt: ${plural(n, "Antwort fehlt", "Antworten fehlen")} noch`,
  closed:
    "Dieses Projekt ist geschlossen: Es kommt nichts mehr dazu, solange es die Leitung nicht wieder öffnet.",
  draft: "Dieses Projekt ist noch nicht offen: Die Leitung bereitet es noch vor.",
  look: "Noch einmal nachsehen",
  looking: "Wird nachgesehen…",
  back: "Eigene Antworten ansehen",
};

const disputed = {
  title: "Strittigste Aussagen",
  text: "Wo sich die Antwortenden sicher und doch uneins sind. Was zu einer Aussage wann geantwortet wurde, steht in ihrem Verlauf.",
  answer: (who: string, source: string, confidence: number) =>
    `${who}: ${source}, ${count(confidence)}`,
  none: "Bisher gehen die gezählten Antworten bei keiner Aussage auseinander.",
  failed: "Die strittigen Aussagen konnten nicht geladen werden.",
  ofAll: "Immer aus allen Antworten, auch wenn gefiltert wird.",
  between: (one: string, other: string) =>
    `Nur Aussagen, zu denen jemand „${one}“ und jemand „${other}“ sagt.`,
  allDisputed: "Alle strittigen Aussagen zeigen",
  noneBetween: "Zu keiner Aussage sind Antworten beider Art gezählt.",
  more: "Mehr zeigen",
};

export const panels: PanelMessages = {
  account,
  banner,
  card,
  keys,
  guide,
  jump,
  history,
  propose,
  end,
  lookingOn,
  disputed,
  decisions,
  note,
  outcome,
  rules,
  spans,
  unsent,
};
