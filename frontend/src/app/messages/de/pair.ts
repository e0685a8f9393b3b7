import { count } from "@/lib/numbers";
import { plural } from "./plural";

export const pair = {
  title: "Zwei Personen im Vergleich",
  names: (one: string, other: string) => `${one} und ${other}`,
  somebody: (id: number) => `Person ${id}`,
  back: "Zurück zur Übersicht",
  leadsOnly: "Nur die Leitung sieht, wie sich zwei Personen vergleichen.",
  notFound: "Diese beiden Personen annotieren nicht in diesem Projekt.",
  failed: "Der Vergleich konnte nicht geladen werden.",
  noneShared: "Noch keine gemeinsamen gezählten Aussagen",
  noneSharedText:
    "Zwei Personen werden anhand der Aussagen verglichen, die beide beantwortet haben. Sobald es eine gibt, steht sie hier.",
  noneSharedHere:
    "Mit diesen Filtern gibt es keine gemeinsamen Aussagen. Ohne sie vielleicht schon.",
  withoutFilters: "Ohne Filter",
  filtered: "Nur Antworten innerhalb der Filter der Übersicht.",
  kappa: "Übereinstimmung",
  kappaName: "Cohens κ",
  undefined: "Nicht definiert",
  interval: (low: string, high: string, of: string) => `95-%-Intervall ${low} bis ${high}, ${of}`,
  noInterval: (of: string) => `Ein Intervall konnte nicht berechnet werden, ${of}`,
  shared: (claims: number) =>
    `aus ${plural(claims, "Aussage", "Aussagen")} mit Antworten von beiden`,
  fewShared: "So wenige Aussagen sagen wenig.",
  reasons: {
    no_variation:
      "Beide haben jeder Aussage denselben Quellentyp gegeben; zufallsbereinigt ist die Übereinstimmung daher nicht definiert.",
    single_unit: "Es gibt nur eine gemeinsame Aussage. Für einen Wert braucht es mehr.",
    other: "Es gibt zu wenig, um einen Wert zu berechnen.",
  },
  percent: "Gleiche Antwort",
  agreed: (same: number, claims: number) =>
    `${count(same)} von ${plural(claims, "Aussage", "Aussagen")}`,
  split: "Strittige Aussagen der beiden",
  splitText: "Verschiedene Quellentypen für eine Aussage",
  bias: {
    title: "Gebrauch der Quellentypen",
    same: "Weitgehend gleich",
    differs: "Nicht gleich",
    unknown: "Nicht geprüft",
    sameText: (p: string) =>
      `Wie oft beide jeden Typ verwenden, unterscheidet sich nicht messbar (Bhapkar-Test, p\u00a0${p}).`,
    differsText: (p: string) =>
      `Wie oft beide jeden Typ verwenden, unterscheidet sich (Bhapkar-Test, p\u00a0${p}).`,
    unknownText:
      "Es sind zu wenige oder zu gleichartige Aussagen, um zu prüfen, wie oft jeder Typ verwendet wird.",
  },
  confusion: {
    title: "Wer was gesagt hat",
    box: "Wer was gesagt hat, alle Zahlen",
    text: (one: string, other: string) =>
      `Aussagen danach, was ${one} (Zeilen) und ${other} (Spalten) sagt. Eine Zahl führt zu ihren Aussagen.`,
    corner: (one: string, other: string) => `${one} ↓, ${other} →`,
    says: (name: string, type: string) => `${name}: ${type}`,
    cell: (claims: number, one: string, typeOne: string, other: string, typeOther: string) =>
      `${plural(claims, "Aussage", "Aussagen")}: ${one} sagt ${typeOne}, ${other} sagt ${typeOther}`,
  },
  claims: {
    all: "Alle Aussagen, denen die beiden verschiedene Quellentypen geben, nach Artikeln.",
    showAll: "Alle zeigen",
    failed: "Die Aussagen konnten nicht geladen werden.",
    none: "Es gibt keine: Bei allen gemeinsamen Aussagen sagen beide dasselbe.",
    noneOf:
      "Solche Aussagen gibt es nicht mehr. Seit der Zählung haben sich wohl Antworten geändert.",
    answer: (name: string, type: string, word: string) => `${name}: ${type}, ${word}`,
    more: "Mehr zeigen",
  },
};
