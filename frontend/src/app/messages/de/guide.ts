import { count } from "@/lib/numbers";
import { plural } from "./plural";

export const guide = {
  title: "Leitfaden",
  loading: "Der Leitfaden wird geladen…",
  failed: "Der Leitfaden konnte nicht geladen werden.",
  none: "Dieses Projekt hat noch keinen Leitfaden.",
  revision: "Fassung",
  revisionNumber: (n: number) => `Fassung ${n}`,
  revisionOption: (number: number, when: string, isInForce: boolean) =>
    isInForce ? `${number}, gültig` : `${number}, ${when}`,
  older: (number: number) => `Dies ist Fassung ${number}. Gültig ist eine andere.`,
  toInForce: "Zur gültigen Fassung",
  compare: "Änderungen zeigen",
  compareWith: "Verglichen mit",
  contents: "Inhalt",

  search: "Leitfaden durchsuchen",
  searchHint: "Eingabetaste: weiter, mit Umschalt: zurück",
  nextMatch: "Nächster Treffer",
  previousMatch: "Voriger Treffer",
  matches: (at: number, of: number) => `${count(at)} von ${count(of)}`,
  noMatch: "Kein Treffer",
  clear: "Suche leeren",
  about: (name: string) => `Hier: ${name}`,

  changesTitle: (from: number, to: number) => `Änderungen von Fassung ${from} zu ${to}`,
  noChange: "Der Wortlaut ist derselbe.",
  beginning: "Anfang",
  added: "Neu",
  removed: "Entfernt",
  changed: "Geändert",
  unchanged: (n: number) => `${plural(n, "Absatz", "Absätze")} unverändert`,

  noticeTitle: "Der Leitfaden hat sich geändert",
  noticeText: (from: number, to: number) =>
    `Zuletzt gelesen wurde Fassung ${from}, inzwischen gilt Fassung ${to}. Hier steht alles, was sich geändert hat.`,
  noticeOffline: "Es kann weitergehen; die Änderungen werden später noch einmal gezeigt.",
  goOn: "Weiter",
  goOnHint: "Weiter mit der Eingabetaste.",
};
