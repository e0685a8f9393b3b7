import { count } from "@/lib/numbers";
import type { ExportMessages } from "../export";
import { agreement, comparing, deleting, distribution, files, snapshots } from "./snapshots";

const claims: ExportMessages["claims"] = {
  title: "Aussagen",
  all: "alle",
  decided: "entschiedene",
  votes: (n) => `${count(n)} oder mehr Stimmen`,
  both: (n) => `entschiedene, ${count(n)} oder mehr Stimmen`,
  onlyDecided: "Nur entschiedene Aussagen",
  decidedHint:
    "Von so vielen beantwortet, wie das Projekt verlangt, und die meisten sind sich einig.",
  least: "Mindestzahl der Stimmen",
  votesHint: "Auch Überspringen ist eine Stimme.",
};

const download: ExportMessages["download"] = {
  title: "Sofort herunterladen",
  text: "Alles, was jetzt gespeichert ist. Es wird gesendet, während es gelesen wird: Auch das größte Projekt beginnt sofort.",
  rows: "Eine Zeile je",
  rowsOf: {
    claims: {
      name: "Aussage",
      hint: "Mit jeder Stimme, der Mehrheit, den Stimmanteilen, der Entscheidung und ihrer Übereinstimmung.",
    },
    annotations: {
      name: "Antwort",
      hint: "Was eine Person zu einer Aussage gesagt hat, mit Sicherheit, Zeiten und Leitfaden.",
    },
  },
  format: "Dateiformat",
  formatHints: {
    jsonl: "Ein JSON-Objekt je Zeile: Nichts geht verloren, und jedes Werkzeug liest es.",
    csv: "Für Tabellenprogramme: eine Spalte je Wert. Keine Zelle kann eine Formel beginnen.",
    parquet: "Zum Trainieren: Spalten mit Typen, klein und schnell geladen.",
    jsonld: "Der Standard des W3C, als JSON-LD: jede Aussage als Annotation ihres Artikels.",
    conll:
      "Wörter mit IOB2-Marken für Aussage, Quelle und Signalwort, für Sequenzmodelle. Der Wortlaut der Artikel ist darin.",
  },
  compress: "Komprimierung",
  noCompression: "Keine",
  withText: "Den Text des Artikels mitgeben",
  withTextHint:
    "Sonst hat jede Zeile das Zitat, einige Wörter ringsum und die Prüfsumme des Textes.",
  withNames: "Sagen, wer geantwortet hat",
  withNamesHint: "Sonst stehen die Kürzel dieses Projekts für die Personen.",
  namesWarning:
    "In der Datei steht dann, wer welche Antwort gegeben hat. Sie verdient denselben Schutz wie alles, was die Arbeit von Kolleginnen und Kollegen festhält, und gehört nicht veröffentlicht. Der Verlauf vermerkt, dass Namen exportiert wurden.",
  download: "Herunterladen",
  byApi: "Dasselbe per API",
  tokenHint: "Der Befehl liest ein API-Token aus ONRECORD_TOKEN.",
  makeToken: "Token erstellen",
  library: "Lesen mit",
  inPython: "Mit Python",
};

const form: ExportMessages["form"] = {
  title: "Momentaufnahme machen",
  text: "Eine Momentaufnahme ändert sich nie. Ihre Kennung steht für genau diese Antworten: Eine Veröffentlichung kann sie nennen, und alle können prüfen, ob sie mit denselben Daten trainieren.",
  files: "Dateien",
  parquetHint: "In jeder Momentaufnahme: Es lädt mit einer Zeile.",
  withText: "Die Texte der Artikel mitgeben",
  withTextHint: "Nur, wo sie weitergegeben werden dürfen.",
  splits: "Aufteilung",
  split: "Zum Trainieren und Testen aufteilen",
  splitHint: "Kein Artikel und keine Fast-Kopie davon ist je in zwei Teilen.",
  names: { train: "Training", validation: "Validierung", test: "Prüfung" },
  sharesNumbers: "Bitte jeden Anteil als ganze Prozentzahl angeben.",
  sharesSum: (sum) => `Die Anteile müssen zusammen 100 % ergeben, nicht ${count(sum)} %.`,
  sharesTrain: "Zum Trainieren muss etwas übrig bleiben.",
  by: "Zusammen bleiben",
  bys: { article: "Artikel", outlet: "Medien", period: "Zeiten" },
  byHints: {
    article: "Alle Aussagen eines Artikels sind im selben Teil.",
    outlet:
      "Alle Artikel eines Mediums sind im selben Teil: um zu sehen, was ein Modell bei Medien taugt, die es nie gesehen hat.",
    period:
      "Die neuesten Artikel sind die Prüfung: um zu sehen, was ein Modell bei künftigen Nachrichten taugt.",
  },
  more: "Mehr",
  seed: "Startwert",
  seedHint: "Derselbe Startwert teilt dieselben Artikel auf dieselbe Weise auf.",
  seedNumber: "Bitte den Startwert als ganze Zahl ab 0 angeben.",
  similarity: "Fast-Kopie ab",
  similarityHint: "So viel vom kürzeren Text muss wörtlich im längeren stehen.",
  similarityNumber: "Bitte die Ähnlichkeit als ganze Zahl von 30 bis 100 % angeben.",
  notYet: "Das geht so noch nicht.",
  take: "Momentaufnahme machen",
  asking: "Wird angefragt …",
  begun: "Angefragt: Sie steht als erste in der Liste unten.",
  failed: "Das ging gerade nicht. Nichts wurde geändert; bitte erneut versuchen.",
};

export const exporting: ExportMessages = {
  title: "Export",
  intro:
    "Antworten zum Trainieren und zum Veröffentlichen: als Datei dieses Augenblicks oder als Momentaufnahme, die sich nie ändert.",
  filtersText:
    "Die Filter bestimmen, welche Antworten zählen: beim Herunterladen und in einer neuen Momentaufnahme.",
  claims,
  download,
  form,
  snapshots,
  files,
  distribution,
  agreement,
  comparing,
  deleting,
};
