import { count } from "@/lib/numbers";
import type { SetupMessages } from "../setup";

export const sourceTypes: SetupMessages["sourceTypes"] = {
  title: "Quellentypen",
  intro:
    "Wer hinter einer Aussage stehen kann: die Antworten auf die erste Frage, in dieser Reihenfolge. Gespeichert wird die ganze Liste auf einmal.",
  list: "Quellentypen in ihrer Reihenfolge",
  number: (at, of) => `${count(at)} von ${count(of)}`,
  unnamed: "Neuer Quellentyp",
  builtIn:
    "Die allgemeinen Typen gibt es in jedem Projekt, damit sich Projekte vergleichen lassen: Sie können anders heißen und anderswo stehen, aber nicht entfernt werden.",
  builtInMark: "Allgemein",
  name: "Name",
  definition: "Beschreibung",
  definitionHint: "Eine Zeile; sie steht auf der Karte unter dem Namen.",
  hotkey: "Taste",
  exported: (key) => `In Exporten: ${key}`,
  exportedLater: "Daraus entsteht beim Speichern sein Name in Exporten; der bleibt dann.",
  mapsTo: "Zählt als",
  mapsToNone: "er selbst",
  mapsToHint: "Wo die Übereinstimmung mit weniger, zusammengefassten Typen gemessen wird.",

  color: "Farbe und Form",
  colorOf: (type) => `Farbe und Form von ${type}`,
  colors: {
    named: "Indigo, Kreis",
    anonymous: "Orange, gestrichelter Ring",
    official: "Petrol, Quadrat",
    neutral_1: "Grau, offenes Quadrat",
    neutral_2: "Schiefergrau, Fragezeichen",
    free_1: "Pflaume, Dreieck",
    free_2: "Oliv, Raute",
    free_3: "Karmin, Kreuz",
    free_4: "Blau, Balken",
  },
  colorShared: (other) => `„${other}“ hat dieselbe Farbe und Form.`,

  moveUp: (type) => `${type} nach oben`,
  moveDown: (type) => `${type} nach unten`,
  moveHint: "Alt und eine Pfeiltaste verschieben einen Typ ebenfalls.",
  moved: (type, at, of) => `${type} ist jetzt Nummer ${count(at)} von ${count(of)}.`,
  swapped: (type, other) => `${type} und ${other} haben ihre Tasten getauscht.`,
  numberKeys: "Tasten in dieser Reihenfolge vergeben",
  numbered: "Die Tasten folgen jetzt der Reihenfolge.",

  add: "Quellentyp hinzufügen",
  added: "Am Ende kam ein Quellentyp hinzu.",
  full: (most) => `Es gibt höchstens ${count(most)}, denn so viele Zifferntasten gibt es.`,
  remove: (type) => `${type} entfernen`,
  removedTitle: "Mit dem nächsten Speichern entfernt",
  removedText:
    "Antworten mit einem solchen Typ behalten ihn und zählen wie bisher; er wird dann archiviert und steht nicht mehr zur Wahl. Einer, der in keiner Antwort vorkommt, wird gelöscht.",
  removed: (type) => `${type} wird mit dem nächsten Speichern entfernt.`,
  archivedTitle: "Archiviert",
  archivedText:
    "Sie kommen in Antworten vor und zählen; wählen kann sie niemand. Zurückgeholt, stehen sie wieder zur Wahl.",
  putBack: "Zurückholen",
  putBackOf: (type) => `${type} zurückholen`,
  isBack: (type) => `${type} steht wieder in der Liste.`,

  preview: "So sehen es Annotierende",
  previewText: (list) => `Die Karte fragt nach einem von: ${list}.`,

  nameMissing: (at) => `Nummer ${count(at)} braucht einen Namen.`,
  nameLong: (at, most) => `Der Name von Nummer ${count(at)} hat mehr als ${count(most)} Zeichen.`,
  nameTwice: (at, other) => `Die Nummern ${count(other)} und ${count(at)} haben denselben Namen.`,
  definitionMissing: (type) => `${type} braucht eine Beschreibung.`,
  definitionLong: (type, most) =>
    `Die Beschreibung von ${type} hat mehr als ${count(most)} Zeichen.`,

  saved: "Gespeichert. Annotierende haben jetzt diese Quellentypen.",
  recount: "Die Übereinstimmung wird neu gezählt; das kann einen Moment dauern.",
  movedOn:
    "Inzwischen hat jemand anderes die Quellentypen geändert, daher wurde nichts gespeichert. Die eigenen Eingaben sind noch da.",
  takeTheirs: "Die anderen übernehmen, eigene verwerfen",
  keepMine: "Eigene darüber speichern",
  discard: "Alle Änderungen zurücknehmen",
  discarded: "Die Liste ist so, wie sie gespeichert wurde.",
};
