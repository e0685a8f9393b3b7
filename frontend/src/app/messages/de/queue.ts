import { count } from "@/lib/numbers";
import { plural } from "./plural";

const articles = (n: number) => plural(n, "Artikel", "Artikel");

export const queue = {
  title: "Warteschlange",
  intro:
    "In welcher Reihenfolge Artikel vergeben werden, was Annotierende dabei sehen und wie viele jede Person bekommt.",
  loading: "Die Warteschlange wird geladen…",
  failed: "Die Warteschlange konnte nicht geladen werden.",
  save: "Speichern",
  saving: "Wird gespeichert…",
  notSaved: "Das konnte nicht gespeichert werden. Nichts hat sich geändert.",

  orderTitle: "Reihenfolge",
  orderText: "Was als Nächstes vergeben wird. Schon vergebene Artikel bleiben, wo sie sind.",
  orderLegend: "Die Artikel kommen",
  orders: {
    oldest: { name: "Älteste zuerst", hint: "So, wie sie hereinkamen." },
    random: {
      name: "Zufällig",
      hint: "In einer Reihenfolge, die der Startwert bestimmt: gleicher Startwert, gleiche Reihenfolge.",
    },
    uncertain: {
      name: "Unsicherste zuerst",
      hint: "Was die bisherigen Antworten am meisten offenlassen; vorher entscheiden die Vorschläge.",
    },
  },
  seed: "Startwert",
  seedHint: "Irgendeine ganze Zahl.",
  seedWrong: (most: number) => `Bitte eine ganze Zahl von 0 bis ${count(most)} angeben.`,
  ranking: "Die Artikel werden in diese Reihenfolge gebracht. Bis dahin gilt die vorige.",
  ranked: "Die Artikel sind jetzt in dieser Reihenfolge.",

  suggestionsTitle: "Vorschläge für Annotierende",
  suggestionsText:
    "Ein Vorschlag kann das Urteil beeinflussen. Bei jeder Antwort wird festgehalten, ob einer zu sehen war. Die Leitung sieht sie in ihren Listen immer.",
  suggestionsLegend: "Beim Antworten sehen Annotierende",
  modes: {
    hidden: { name: "Keine Vorschläge", hint: "Alle urteilen allein nach dem Text." },
    shown: {
      name: "Vorschläge bei jedem Artikel",
      hint: "Eine Taste nimmt einen Vorschlag an.",
    },
    share: {
      name: "Vorschläge bei einem Teil der Artikel",
      hint: "So lassen sich Antworten mit und ohne Vorschlag vergleichen.",
    },
  },
  share: "Verborgen bei",
  shareHint: "Von allen Artikeln; jeder ist für alle gleich mit oder ohne.",
  threshold: "Mit einer Taste annehmbar ab",
  thresholdHint:
    "Wie wahrscheinlich ein Vorschlag richtig sein muss; weniger wahrscheinliche sind trotzdem zu sehen.",
  percentWrong: "Bitte eine ganze Zahl von 0 bis 100 angeben.",

  peopleTitle: "Personen",
  peopleText:
    "Die Obergrenze ist, wie viele Artikel die Warteschlange jemandem höchstens gibt. Was in der Artikelliste namentlich zugeteilt wird, kommt dazu.",
  peopleEmpty: "In diesem Projekt annotiert noch niemand.",
  columns: {
    name: "Name",
    limit: "Obergrenze",
    open: "Offen",
    done: "Fertig",
    answered: "Beantwortete Aussagen",
  },
  roles: { lead: "Leitung", annotator: "Annotation", viewer: "Lesezugriff" },
  answeredOf: (answered: number, assigned: number) => `${count(answered)} von ${count(assigned)}`,
};

export const proposals = {
  title: "Änderungs\u00advorschläge",
  intro:
    "Was Annotierende an Aussagen ändern möchten. Wird ein Vorschlag angenommen, ersetzt er die Aussagen: Antworten zu den alten bleiben erhalten, zählen aber nicht mehr, und wer den Artikel hat, wird neu gefragt.",
  leadOnly: "Über Änderungsvorschläge entscheidet nur die Leitung.",
  loading: "Die Änderungsvorschläge werden geladen…",
  failed: "Die Änderungsvorschläge konnten nicht geladen werden.",
  failedMore: "Weitere Änderungsvorschläge konnten nicht geladen werden.",
  filter: "Welche Änderungsvorschläge",
  states: {
    open: "Offen",
    accepted: "Angenommen",
    declined: "Abgelehnt",
    withdrawn: "Zurückgezogen",
  },
  empty: {
    open: "Nichts ist vorgeschlagen",
    accepted: "Nichts wurde angenommen",
    declined: "Nichts wurde abgelehnt",
    withdrawn: "Nichts wurde zurückgezogen",
  },
  emptyText:
    "Beim Annotieren lässt sich vorschlagen, eine Aussage zu teilen, mit der nächsten zu verbinden oder auszuschließen.",
  kinds: { split: "Teilen", merge: "Verbinden", exclude: "Ausschließen" },
  headings: {
    split: (number: number) => `Aussage ${count(number)} in zwei teilen`,
    merge: (number: number) => `Aussage ${count(number)} mit der nächsten verbinden`,
    exclude: (number: number) => `Aussage ${count(number)} ausschließen`,
  },
  by: (name: string) => `vorgeschlagen von ${name}`,
  decidedBy: {
    accepted: (name: string) => `angenommen von ${name}`,
    declined: (name: string) => `abgelehnt von ${name}`,
  },
  withdrawn: "selbst zurückgezogen",
  note: "Grund",
  before: "Jetzt",
  after: "Dann",
  wasBefore: "Vorher",
  wasAfter: "Nachher",
  noClaim: "Keine Aussage. Der Text bleibt, und niemand wird danach gefragt.",
  impossible: "Die Aussagen haben sich seither geändert: Das geht nicht mehr.",
  accept: "Annehmen",
  accepting: "Wird angenommen…",
  decline: "Ablehnen",
  declining: "Wird abgelehnt…",
  accepted: (heading: string) => `Angenommen: ${heading}.`,
  declined: (heading: string) => `Abgelehnt: ${heading}.`,
  decisionFailed: "Das ist nicht entschieden: Der Server ist nicht erreichbar.",
};

export const assigning = {
  select: (title: string) => `„${title}“ auswählen`,
  selectAll: "Alle angezeigten auswählen",
  selected: (n: number) => `${articles(n)} ausgewählt`,
  to: "Zuteilen an",
  choose: "Person wählen",
  assign: "Zuteilen",
  assigning: "Wird zugeteilt…",
  clear: "Auswahl aufheben",
  bar: "Namentlich zuteilen",
  noPeople: "Die Personen dieses Projekts konnten nicht geladen werden.",
  needsPerson: "Bitte wählen, wer sie bekommt.",
  assigned: (name: string, n: number) =>
    n === 1 ? `${name} hat 1 Artikel mehr.` : `${name} hat ${count(n)} Artikel mehr.`,
  refused: (name: string, n: number) =>
    n === 1
      ? `1 Artikel wurde nicht an ${name} vergeben:`
      : `${count(n)} Artikel wurden nicht an ${name} vergeben:`,
  reasons: {
    unknown_article: "nicht mehr vorhanden",
    already_theirs: "schon zugeteilt",
    no_free_place: "kein Platz mehr frei",
  },
  refusal: (title: string, reason: string) => `„${title}“: ${reason}.`,
  failed: "Die Artikel konnten nicht zugeteilt werden. Nichts hat sich geändert.",
  partly: "Nicht alle konnten zugeteilt werden: Der Server ist nicht erreichbar.",
  byName: "namentlich",
  withdraw: (title: string, name: string) => `${name} den Artikel „${title}“ entziehen`,
  withdrawn: (title: string, name: string) =>
    `${name} hat „${title}“ nicht mehr. Die Antworten bleiben erhalten.`,
  giveBack: "Zurückgeben",
  withdrawFailed: (name: string) =>
    `Der Artikel ist noch bei ${name}: Er konnte nicht entzogen werden.`,
  states: { released: "zurückgegeben", withdrawn: "entzogen" },
};
