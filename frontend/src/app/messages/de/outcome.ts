import { plural } from "./plural";

const claims = (n: number) => plural(n, "Aussage", "Aussagen");

/** What the last key did. */
export const outcome = {
  savedAs: (n: number) => `Aussage ${n} gespeichert als`,
  keptAs: (n: number) => `Aussage ${n} vorgemerkt als`,
  asAnswered: (source: string, confidence: number, points: number) =>
    `${source}, ${confidence}/${points}`,
  asSkipped: "übersprungen",
  severalSavedAs: (n: number) => `${claims(n)} gespeichert als`,
  severalKeptAs: (n: number) => `${claims(n)} vorgemerkt als`,
  one: (n: number, what: string) => `Aussage ${n}: ${what}`,
  several: (n: number, what: string) => `${claims(n)}: ${what}`,
  amended: (n: number, what: string, isGiven: boolean) =>
    `Aussage ${n}: ${what}${isGiven ? "" : ", wird mit der Antwort gespeichert"}`,
  on: {
    flagged: "für die Leitung markiert",
    several_sources: "mehrere Quellen",
    second_hand: "aus zweiter Hand",
  },
  off: {
    flagged: "Markierung entfernt",
    several_sources: "„mehrere Quellen“ entfernt",
    second_hand: "„aus zweiter Hand“ entfernt",
  },
  note: "Notiz übernommen",
  noteBack: "Notiz wie zuvor",
  noNote: "Notiz entfernt",
  words: "gewählte Wörter übernommen",
  wordsBack: "gewählte Wörter wie zuvor",
  nothing: "nichts geändert",
  proposed: (n: number) => `Aussage ${n}: Änderungsvorschlag an die Leitung gesendet`,
  unproposed: (n: number) => `Aussage ${n}: Änderungsvorschlag zurückgezogen`,
  tooLate: (n: number) => `Aussage ${n}: der Änderungsvorschlag lässt sich nicht mehr ändern`,
  undone: (n: number, now: string) => `Rückgängig gemacht. Aussage ${n}: ${now}`,
  severalUndone: (n: number) => `Für ${claims(n)} rückgängig gemacht`,
  redone: (n: number, now: string) => `Wiederholt. Aussage ${n}: ${now}`,
  severalRedone: (n: number) => `Für ${claims(n)} wiederholt`,
  nothingToUndo: "Nichts rückgängig zu machen",
  nothingToRedo: "Nichts zu wiederholen",
  outOfReach:
    "Dafür wird der Server gebraucht; bitte erneut versuchen, sobald das Netz wieder da ist",
};
