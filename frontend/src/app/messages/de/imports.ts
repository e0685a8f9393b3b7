import { count } from "@/lib/numbers";
import { plural } from "./plural";

export const imports = {
  title: "Importe",
  leadOnly: "Importe sieht nur die Leitung.",
  backToArticles: "Zurück zu den Artikeln",
  import: "Artikel importieren",
  emptyTitle: "Noch nichts in größerer Menge importiert",
  empty:
    "Eine Tabelle als CSV oder JSONL oder mehrere Dateien auf einmal werden hier importiert; der Fortschritt ist hier zu sehen.",
  failed: "Die Importe konnten nicht geladen werden.",
  failedMore: "Weitere Importe konnten nicht geladen werden.",
  loading: "Importe werden geladen…",
  columns: { name: "Import", state: "Stand", began: "Begonnen" },
  states: {
    waiting: "Wartet",
    running: "Läuft",
    done: "Fertig",
    canceled: "Abgebrochen",
    failed: "Angehalten",
  },
  sentences: {
    waiting: "Wartet auf einen freien Hintergrunddienst.",
    running: "Artikel werden gelesen und gespeichert. Diese Seite darf verlassen werden.",
    done: "Alle Zeilen sind verarbeitet.",
    canceled: "Abgebrochen. Was bis dahin gespeichert wurde, bleibt.",
    failed: "Der Import hielt vor dem Ende an. Was bis dahin gespeichert wurde, bleibt.",
  },
  importOf: (name: string) => `Import von ${name}`,
  progress: "Verarbeitete Zeilen",
  counting: "Zeilen werden gezählt…",
  doneOf: (done: number, total: number) => `${count(done)} von ${plural(total, "Zeile", "Zeilen")}`,
  stored: "Gespeichert",
  duplicates: "Schon vorhanden",
  failures: "Nicht gespeichert",
  storedText: "als Artikel mit Aussagen",
  duplicatesText: "gleicher Text in diesem Projekt",
  failuresText: "jeweils mit Grund, siehe unten",
  begunWord: "Begonnen",
  endedWord: "Beendet",
  cancel: "Import abbrechen",
  canceling: "Wird abgebrochen…",
  cancelTitle: "Diesen Import abbrechen?",
  cancelText: (stored: number) =>
    `${plural(stored, "schon gespeicherter Artikel bleibt", "schon gespeicherte Artikel bleiben")}. Die übrigen Zeilen werden nicht gelesen; der Import lässt sich später fortsetzen.`,
  keepGoing: "Weiter importieren",
  resume: "Fortsetzen",
  resuming: "Wird fortgesetzt…",
  seeArticles: "Zu den Artikeln",
  failuresTitle: "Nicht gespeicherte Zeilen",
  failuresSubtitle:
    "In der Datei verbessern und erneut importieren: Was schon gespeichert ist, wird nicht verdoppelt.",
  download: "Als CSV herunterladen",
  row: "Zeile",
  reason: "Grund",
  raw: "Die Zeile, wie sie kam",
  emptyRow: "leer",
  failuresFailed: "Die Zeilen konnten nicht geladen werden.",
  moreRows: "Weitere Zeilen anzeigen",
  stale: "Der Server ist nicht erreichbar. Dies ist der letzte Stand; wir fragen weiter nach.",
  offline:
    "Keine Verbindung zum Netz. Dies ist der letzte Stand; der Import läuft auf dem Server weiter.",
  notLoaded: "Dieser Import konnte nicht geladen werden.",
  actionFailed:
    "Das hat den Server nicht erreicht. Nichts hat sich geändert; bitte erneut versuchen.",
  announced: (state: string, stored: number, failed: number) =>
    `${state}. ${count(stored)} gespeichert, ${count(failed)} nicht gespeichert.`,
};
