import { count, percent } from "@/lib/numbers";
import { plural } from "./plural";

const points = (share: number) => {
  const value = Math.round(Math.abs(share) * 100);
  return plural(value, "Prozentpunkt", "Prozentpunkte");
};
const between = (low: number, high: number) =>
  `${Math.round(low * 100)} bis ${Math.round(high * 100)}`.replaceAll("-", "\u2212");

export const suggestions = {
  title: "Vorschläge",
  intro:
    "Regeln schlagen vor, wer hinter einer Aussage steht. Sobald genügend Artikel entschieden sind, können die Entscheidungen der Annotierenden die Vorschläge verfeinern, und zwar für Artikel, die von da an importiert werden.",
  leadOnly: "Wie Vorschläge entstehen, sieht nur die Leitung.",
  backToArticles: "Zurück zu den Artikeln",
  loading: "Das Gelernte wird geladen…",
  failed: "Das Gelernte konnte nicht geladen werden.",
  stale: "Der Server ist nicht erreichbar. Dies ist der letzte Stand; wir fragen weiter nach.",

  decidedTitle: "Entschiedene Artikel",
  decidedOf: (needed: number) => `von ${plural(needed, "nötigen Artikel", "nötigen Artikeln")}`,
  decidedEnough: (decided: number) =>
    decided === 1 ? "Artikel ist entschieden" : "Artikel sind entschieden",
  decidedMeans: "Ein Artikel ist entschieden, sobald jede seiner Aussagen alle Antworten hat.",
  sinceModel: (more: number) => `${count(more)} mehr, als das Modell zum Lernen hatte.`,
  nothingNew: "Das Modell hat aus allen gelernt.",
  train: "Modell trainieren",
  trainAgain: "Neu trainieren",
  asking: "Wird angefragt…",
  stillToDecide: (missing: number) =>
    `Noch ${plural(missing, "Artikel muss", "Artikel müssen")} entschieden sein, bevor ein Modell trainiert werden kann.`,
  waiting: "Wartet auf einen freien Hintergrunddienst.",
  training: "Lernt aus den Entscheidungen. Diese Seite darf verlassen werden.",
  trainingLabel: "Training",
  trainFailed: "Das Training ist fehlgeschlagen",
  tooFew: "Es gab zu wenig, woraus sich lernen ließe",
  actionFailed:
    "Das hat den Server nicht erreicht. Nichts hat sich geändert; bitte erneut versuchen.",
  trainingNow: "Training läuft…",
  announced: {
    waiting: "Wartet auf einen freien Hintergrunddienst.",
    training: "Lernt aus den Entscheidungen.",
    ready: "Das Modell ist trainiert. Die Ergebnisse stehen unten.",
    failed: "Das Training ist fehlgeschlagen.",
    too_few: "Das Training ist beendet: Es gab zu wenig, woraus sich lernen ließe.",
  },

  noModelTitle: "Noch nichts gelernt",
  noModel:
    "Die Vorschläge kommen allein aus den Regeln. Ein Modell wird neben den Regeln an Artikeln geprüft, die es nicht kennt; erst danach wird entschieden, ob es zum Einsatz kommt.",
  modelTitle: (articles: number) => `Gelernt aus ${plural(articles, "Artikel", "Artikeln")}`,
  trained: "Trainiert",
  version: (version: string) => `Version ${version}`,
  use: "Für neue Artikel verwenden",
  on: "Ein",
  off: "Aus",
  whenOn:
    "Die Vorschläge für Artikel, die von jetzt an importiert werden, verfeinert dieses Modell.",
  whenOff: "Importierte Artikel bekommen die Vorschläge der Regeln.",
  whenOlder: (articles: number) =>
    `Die Vorschläge für neue Artikel verfeinert ein älteres Modell aus ${plural(articles, "Artikel", "Artikeln")}. Einschalten, um es abzulösen.`,
  stopOlder: "Nur die Regeln verwenden",
  outdated:
    "Die Regeln haben sich seit diesem Training geändert. Neu trainieren, um zu sehen, wie gut das Modell jetzt ist.",

  types: "Quellentyp",
  claims: "Aussage oder nicht",
  verdicts: {
    better: "Besser als die Regeln",
    worse: "Schlechter als die Regeln",
    same: "Kein klarer Unterschied zu den Regeln",
    equal: "Genau so gut wie die Regeln",
  },
  by: {
    better: (gain: number, low: number, high: number) =>
      `, um ${points(gain)} (${between(low, high)}).`,
    worse: (gain: number, low: number, high: number) =>
      `, um ${points(gain)} (${between(-high, -low)}).`,
    same: (_gain: number, low: number, high: number) => ` (${between(low, high)} Prozentpunkte).`,
    equal: () => ".",
  },
  model: "Modell",
  rules: "Nur Regeln",
  right: (value: number, low: number, high: number) =>
    `${percent(value)} richtig; 95-%-Intervall ${percent(low)} bis ${percent(high)}`,
  interval: (low: number, high: number) => `${percent(low)} bis ${percent(high)}`,
  testedOn: (claims: number, articles: number) =>
    `Geprüft an ${plural(claims, "Aussage", "Aussagen")} in ${plural(articles, "Artikel", "Artikeln")}, jede in einem Artikel, den das Modell nicht kannte. Die Balken sind 95-%-Intervalle über die Artikel.`,
  claimsNote:
    "Was die Regeln beim Import ausgelassen haben und niemand wiederhergestellt hat, zählt als keine Aussage; das lässt die Regeln besser aussehen.",
  claimsMissing:
    "Zu selten wurde entschieden, dass etwas keine Aussage ist; was eine Aussage ist, bestimmen daher weiter die Regeln.",
  byLabel: (what: string) => `${what}, einzeln`,
  label: "Entscheidung",
  labelClaims: "Aussagen",
  precision: "Genauigkeit",
  recall: "Trefferquote",
  precisionMeans: "Genauigkeit: Wie viele der so bezeichneten sind es wirklich?",
  recallMeans: "Trefferquote: Wie viele von allen, die es sind, wurden so bezeichnet?",
  none: "keine",
  ofClaims: (claims: number) => (claims === 1 ? "Aussage" : "Aussagen"),
  claimNames: { claim: "Aussage", no_claim: "Keine Aussage" },
};
