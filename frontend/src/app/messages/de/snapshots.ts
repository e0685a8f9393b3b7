import { count } from "@/lib/numbers";
import type { ExportMessages } from "../export";
import { plural } from "./plural";

const claims = (n: number) => plural(n, "Aussage", "Aussagen");
const articles = (n: number) => plural(n, "Artikel", "Artikel");

export const snapshots: ExportMessages["snapshots"] = {
  title: "Momentaufnahmen",
  one: "Momentaufnahme",
  about: "Über diese Momentaufnahme",
  titleOf: (at) => `Momentaufnahme vom ${at}`,
  loading: "Die Momentaufnahmen werden geladen …",
  loadingOne: "Die Momentaufnahme wird geladen …",
  failed: "Die Momentaufnahmen konnten nicht geladen werden.",
  failedMore: "Die älteren Momentaufnahmen konnten nicht geladen werden.",
  failedOne: "Die Momentaufnahme konnte nicht geladen werden.",
  stale: "Der Server antwortet nicht. So stand es zuletzt.",
  offline: "Keine Verbindung. So stand es zuletzt.",
  gone: "Diese Momentaufnahme gibt es nicht; vielleicht wurde sie gelöscht.",
  emptyTitle: "Noch keine Momentaufnahme",
  empty:
    "Sie lohnt sich, sobald eine Veröffentlichung, ein Modell oder jemand im Team Daten braucht, die bleiben, wie sie sind.",
  columns: {
    taken: "Gemacht",
    what: "Inhalt",
    claims: "Aussagen",
    answers: "Antworten",
    size: "Größe",
    digest: "Kennung",
    by: "Von",
  },
  by: (who) => `von ${who}`,
  states: {
    waiting: "Wartet",
    running: "Wird gemacht",
    done: "Fertig",
    failed: "Fehlgeschlagen",
  },
  steps: {
    claims: "Die Aussagen werden gelesen",
    annotations: "Die Antworten werden gelesen",
    splits: "Fast-Kopien werden gesucht",
    writing: "Die Dateien werden geschrieben",
    storing: "Die Dateien werden abgelegt",
  },
  soon: "Gleich wird damit begonnen",
  working: "Wird bearbeitet",
  doneOf: (what, done, total) => `${what}: ${count(done)} von ${count(total)}`,
  progress: "Wie weit die Momentaufnahme ist",
  again: "Erneut versuchen",
  begunAgain: "Mit denselben Angaben noch einmal angefragt.",
  announcedDone: (n) => `Die Momentaufnahme ist fertig und hat ${claims(n)}.`,
  announcedFailed: "Die Momentaufnahme konnte nicht gemacht werden.",
  digestOf: (digest) => `die Kennung ${digest}`,
  delete: "Löschen",
  allAnswers: "Alle Antworten",
  someAnswers: (list) => `Antworten: ${list}`,
  revisions: (list) => `Leitfaden ${list}`,
  annotators: (list) => `von ${list}`,
  outlets: (list) => `aus ${list}`,
  decided: "entschiedene Aussagen",
  minVotes: (n) => `${count(n)} oder mehr Stimmen`,
  andMore: (shown, more) => `${shown} und ${more} weitere`,
  splitsTitle: "Aufteilung",
  noSplits: "Nicht aufgeteilt",
  splits: {
    article: (shares) => `Nach Artikeln aufgeteilt: ${shares}`,
    outlet: (shares) => `Nach Medien aufgeteilt: ${shares}`,
    period: (shares) => `Nach der Zeit aufgeteilt: ${shares}`,
  },
  reached: (name, share) => `${name} ${share}`,
  splitNames: { train: "Training", validation: "Validierung", test: "Prüfung" },
  whole: "Alles",
};

export const files: ExportMessages["files"] = {
  title: "Dateien",
  text: "Jede mit ihrer Prüfsumme: Stimmt sie überein, ist die Datei die, von der die Rede ist.",
  name: "Datei",
  rows: "Zeilen",
  size: "Größe",
  sumOf: (name) => `die SHA-256-Prüfsumme von ${name}`,
  download: "Herunterladen",
  downloadOf: (name) => `${name} herunterladen`,
  fetching: "Alle Dateien per API",
  loading: "Dann, mit Python",
};

export const distribution: ExportMessages["distribution"] = {
  title: "Quellentypen in jedem Teil",
  titleWhole: "Quellentypen",
  text: "Aussagen nach dem Typ, den die meisten nannten. Die Anteile sollten sich gleichen: Geprüft wird ein Modell an dem, was es gelernt hat.",
  textWhole: "Aussagen nach dem Typ, den die meisten nannten.",
  label: "Quellentyp",
  articles: (n) => articles(n),
  claims: (n) => claims(n),
  noMajority: "Keine Mehrheit",
  grouped: (groups, n) =>
    `${articles(n)} in ${plural(groups, "Gruppe", "Gruppen")} von Fast-Kopien bleiben zusammen.`,
  noGroups: "Es wurden keine Fast-Kopien gefunden.",
};

export const agreement: ExportMessages["agreement"] = {
  title: "Übereinstimmung",
  text: "Krippendorffs α der Antworten in dieser Momentaufnahme, mit 95-%-Intervall.",
  variable: "Was",
  alpha: "α mit 95-%-Intervall",
  claims: "Aussagen mit mindestens zwei Antworten",
  variables: {
    source_type: "Quellentyp",
    confidence: "Sicherheit",
    source_type_collapsed: "Quellentyp, zusammengefasst",
  },
  none: "Nichts darin wurde zweimal beantwortet.",
  undefined: "nicht bestimmt",
  n: (n) => `n ${count(n)}`,
  alone: (value) => `${value}, ohne Intervall`,
  within: (value, low, high) => `${value}, 95-%-Intervall ${low} bis ${high}`,
  said: (variable, value) => `${variable}: ${value}`,
  methods: "Methodenabsatz kopieren",
};

export const comparing: ExportMessages["comparing"] = {
  title: "Vergleichen",
  text: "Was sich zwischen dieser Momentaufnahme und einer anderen geändert hat.",
  none: "Noch gibt es keine andere Momentaufnahme zum Vergleichen.",
  with: "Vergleichen mit",
  choose: "Momentaufnahme wählen",
  older: "Ältere Momentaufnahmen",
  comparing: "Wird verglichen …",
  compared: "Der Vergleich ist da.",
  failed: "Die beiden konnten nicht verglichen werden.",
  between: (before, after) => `Vom ${before} bis zum ${after}.`,
  same: "Die beiden sind bis aufs letzte Byte gleich.",
  added: "Neue Aussagen",
  removed: "Entfallene Aussagen",
  relabeled: "Anders beurteilte Aussagen",
  claims: (before, after) => `Vorher ${claims(before)}, nachher ${count(after)}.`,
  votes: (added, removed, changed) =>
    `Stimmen: ${count(added)} neu, ${count(removed)} entfallen, ${count(changed)} geändert.`,
  fromTo: "Von welchem Typ zu welchem",
  from: "Von",
  to: "Zu",
  columnClaims: "Aussagen",
  agreement: "Übereinstimmung vorher und nachher",
  difference: "Unterschied",
  when: {
    before: (variable) => `${variable}, vorher`,
    after: (variable) => `${variable}, nachher`,
  },
  examples: "Beispiele",
  which: "Aussagen, die",
  changes: { relabeled: "anders beurteilt sind", added: "neu sind", removed: "entfallen sind" },
  becomes: "wurde zu",
  untitled: "Ohne Titel",
};

export const deleting: ExportMessages["deleting"] = {
  title: "Diese Momentaufnahme löschen?",
  text: (digest) =>
    `Wer ${digest}… nennt, findet die Dateien dann hier nicht mehr. Die Antworten des Projekts bleiben, wie sie sind, und dieselben Antworten mit denselben Angaben ergäben wieder dieselbe Kennung.`,
  textUnfinished: "Sie wird noch gemacht und dann abgebrochen. Die Antworten des Projekts bleiben.",
  textFailed:
    "Sie konnte nicht gemacht werden, also gehen keine Dateien verloren. Die Antworten des Projekts bleiben.",
  keep: "Behalten",
  delete: "Löschen",
  deleting: "Wird gelöscht …",
};
