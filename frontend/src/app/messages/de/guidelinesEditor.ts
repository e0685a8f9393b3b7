import { count } from "@/lib/numbers";
import type { SetupMessages } from "../setup";

export const guidelinesEditor: SetupMessages["guidelinesEditor"] = {
  title: "Leitfaden bearbeiten",
  loading: "Der Editor wird geladen…",
  base: (number) => `Ausgehend von Fassung ${count(number)}`,
  backToReading: "Zurück zum Lesen",
  leadOnly: "Den Leitfaden ändert nur die Leitung.",

  text: "Text, als Markdown",
  textHint:
    "# für eine Überschrift, - für eine Liste, **fett**, | für eine Tabelle. Annotierende lesen, was die Vorschau zeigt.",
  textMissing: "Der Leitfaden hat keinen Text.",
  textSame: "Der Text ist derselbe wie in der gültigen Fassung.",
  textLong: (most) => `Der Text hat mehr als ${count(most)} Zeichen.`,
  preview: "Vorschau",
  previewEmpty: "Noch gibt es nichts zu sehen.",

  note: "Was sich geändert hat",
  noteHint:
    "Eine Zeile. Annotierende lesen sie vor ihrer nächsten Aussage, mit den markierten Änderungen.",
  noteMissing: "Bitte in einer Zeile sagen, was sich geändert hat.",
  noteLong: (most) => `„Was sich geändert hat“ umfasst höchstens ${count(most)} Zeichen.`,

  changes: (number) => `Was anders ist als in Fassung ${count(number)}`,
  publish: (number) => `Als Fassung ${count(number)} veröffentlichen`,
  publishing: "Wird veröffentlicht…",
  published: (number) =>
    `Fassung ${count(number)} gilt jetzt. Annotierende sehen vor ihrer nächsten Aussage, was sich geändert hat.`,
  failed: "Das konnte nicht veröffentlicht werden. Der Entwurf ist noch da.",

  kept: "Der Entwurf bleibt in diesem Browser, bis er veröffentlicht oder verworfen wird.",
  noDraft: "Noch ist nichts geändert.",
  notKept:
    "Dieser Browser kann keinen Entwurf aufheben: bitte veröffentlichen, bevor diese Seite geschlossen wird.",
  discard: "Entwurf verwerfen",
  discarded: "Der Entwurf ist verworfen: Dies ist die gültige Fassung.",
  restored: "Dies ist der eigene Entwurf von vorhin.",

  movedTitle: (number) => `Inzwischen wurde Fassung ${count(number)} veröffentlicht`,
  movedText: (number, author, note) =>
    note
      ? `Von ${author}: „${note}“ Der eigene Entwurf ist noch da und geht von Fassung ${count(number)} aus.`
      : `Von ${author}. Der eigene Entwurf ist noch da und geht von Fassung ${count(number)} aus.`,
  somebody: "jemand anderem",
  theirs: (number) => `Was Fassung ${count(number)} geändert hat`,
  mine: "Was der eigene Text daran ändern würde",
  rebase: (number) => `Von Fassung ${count(number)} aus mit dem eigenen Text weiter`,
  rebased: (number) =>
    `Der eigene Text folgt jetzt auf Fassung ${count(number)}. Was von ihr bleiben soll, bitte übernehmen und dann veröffentlichen.`,
  takeTheirs: "Eigenen verwerfen, anderen übernehmen",
};
