import { count } from "@/lib/numbers";
import type { FiguresMessages } from "../figures";
import { plural } from "./plural";

const CHANGES = {
  higher: "höher als zuvor: Die Intervalle haben nichts gemeinsam",
  lower: "niedriger als zuvor: Die Intervalle haben nichts gemeinsam",
};
const OF_ALL = "Immer aus allen Antworten, auch wenn gefiltert wird.";

export const panels: FiguresMessages["panels"] = {
  interval: (low, high) => `, 95-%-Intervall ${low} bis ${high}`,
  reasons: {
    ok: "unbekannt",
    no_data: "keine Antworten",
    insufficient_raters: "nur eine Person",
    no_pairable_units: "keine gemeinsame Aussage",
    no_variation: "alle gaben dieselbe Antwort",
    single_unit: "nur eine Aussage",
    single_article: "nur ein Artikel",
  },
};

export const pairs: FiguresMessages["pairs"] = {
  title: "Wer mit wem übereinstimmt",
  text: "Cohens κ für jedes Paar. Ein Feld öffnet die Aussagen, bei denen sich die beiden trennen.",
  box: "Wer mit wem übereinstimmt, alle Paare",
  grid: "Cohens κ und gemeinsame Aussagen für je zwei Personen. Die Pfeiltasten führen von Paar zu Paar.",
  nobody:
    "Noch sind keine Antworten gezählt. Paare gibt es mit den ersten Antworten von zwei Personen.",
  oneOnly:
    "Bisher hat nur eine Person geantwortet. Paare brauchen zwei Personen bei denselben Aussagen.",
  noneEnough: (enough) => `Noch hat kein Paar ${plural(enough, "Aussage", "Aussagen")} gemeinsam.`,
  noneDefined:
    "Noch hat kein Paar ein κ: Die mit genügend gemeinsamen Aussagen haben durchweg dieselbe Antwort gegeben.",
  extreme: (one, other, kappa) => `${one} und ${other} (${kappa})`,
  summary: (known, lowest, highest) =>
    `Von ${plural(known, "Paar", "Paaren")} mit genügend gemeinsamen Aussagen stimmen ${highest} am meisten überein, ${lowest} am wenigsten.`,
  summaryOne: (pair) => `Ein Paar hat genügend gemeinsame Aussagen: ${pair}.`,
  two: (one, other) => `${one} und ${other}`,
  cell: (names, said, claims) =>
    `${names}: ${said}, ${plural(claims, "gemeinsame Aussage", "gemeinsame Aussagen")}`,
  noneShared: (names) => `${names}: noch keine gemeinsame Aussage`,
  few: (said, enough) => `${said}; weniger als ${count(enough)} besagen wenig`,
  less: "weniger",
  more: "mehr Übereinstimmung",
  fewLegend: (enough) =>
    `weniger als ${plural(enough, "gemeinsame Aussage", "gemeinsame Aussagen")}`,
  tooFew: "zu wenige gemeinsame Aussagen",
  columns: {
    one: "Person",
    other: "Mit",
    kappa: "Cohens κ",
    low: "95 % von",
    high: "95 % bis",
    percent: "Prozentuale Übereinstimmung",
    shared: "Gemeinsame Aussagen",
    reads: "Mit Wahrscheinlichkeit 0,95 mindestens",
  },
  bands: {
    poor: "schlecht",
    slight: "gering",
    fair: "ausreichend",
    moderate: "mittelmäßig",
    substantial: "beachtlich",
    almost_perfect: "fast vollkommen",
  },
};

export const team: FiguresMessages["team"] = {
  title: "Jede Person gegen das Team",
  text: "κ mit einer zufällig gezogenen anderen Person, mit 95-%-Intervall.",
  box: "Jede Person gegen das Team, alle Zeilen",
  none: "Noch sind keine Antworten gezählt.",
  oneOnly:
    "Bisher hat nur eine Person geantwortet. Ein Vergleich braucht zwei Personen bei denselben Aussagen.",
  nobodyYet: (enough) =>
    `Noch hat niemand ${plural(enough, "Aussage", "Aussagen")} mit anderen gemeinsam. Darunter wären die Werte Zufall.`,
  noKappa: "Noch gibt es kein κ: Alle gaben dieselbe Antwort.",
  hidden: (people, enough) =>
    `${plural(people, "Person hat", "Personen haben")} weniger als ${plural(enough, "Aussage", "Aussagen")} mit anderen gemeinsam und noch keinen Wert.`,
  reference: (mean) => `Mittel über alle Personen: ${mean}`,
  differs: "weicht von den anderen ab",
  differsLegend: "weicht von den anderen ab: Das Intervall liegt ganz unter dem Mittel",
  tooFew: "zu wenige gemeinsame Aussagen",
  alone: "Nur eine Person hat genügend gemeinsame Aussagen; es fehlt ein Mittel zum Vergleich.",
  others: (people) => plural(people, "weitere Person", "weitere Personen"),
  nobody: (mean) => `Kein Intervall liegt ganz unter dem Mittel von ${mean}.`,
  some: (names, mean, people) =>
    `${names} ${people === 1 ? "weicht" : "weichen"} von den anderen ab: ${people === 1 ? "Das Intervall liegt" : "Die Intervalle liegen"} ganz unter dem Mittel von ${mean}.`,
  columns: {
    name: "Person",
    kappa: "κ mit einer anderen Person",
    low: "95 % von",
    high: "95 % bis",
    mean: "Mittel der κ aller Paare",
    without: "α ohne diese Person",
    shared: "Gemeinsame Aussagen",
    answered: "Beantwortete Aussagen",
    note: "Anmerkung",
  },
};

export const splits: FiguresMessages["splits"] = {
  title: "Wo sich Antworten trennen",
  text: "Zu einer Antwort (Zeile): was andere zur selben Aussage sagen (Spalte). Ein Feld öffnet die Aussagen.",
  box: "Wo sich Antworten trennen, alle Typen",
  caption: "Anteile der anderen Antworten je Typ, und wie viele Antworten sich treffen",
  none: "Noch hat keine Aussage zwei gezählte Antworten.",
  cell: (one, other, share, met) => `Zu „${one}“ sagen ${share} der anderen „${other}“ (${met})`,
  opens: (cell) => `${cell}. Die Aussagen lesen`,
  summary: (one, other, share, back) =>
    `Am häufigsten treffen „${one}“ und „${other}“ aufeinander: Zum ersten sagen ${share} der anderen das zweite, umgekehrt ${back}.`,
  allAgree: "Bisher stimmen alle überein.",
  columns: {
    answer: "Antwort",
    peer: "Andere Antwort",
    share: "Anteil der anderen",
    met: "Antworten, die sich treffen",
  },
};

export const labels: FiguresMessages["labels"] = {
  title: "Übereinstimmung je Typ",
  text: "α jedes Typs gegen alle übrigen zusammen, mit 95-%-Intervall: welche Definition zu verbessern ist.",
  none: "Noch sind keine Antworten gezählt.",
  unused: "noch nicht vergeben",
  noneDefined:
    "Noch hat kein Typ ein α: Dafür braucht es zwei Personen bei denselben Aussagen und verschiedene Antworten.",
  summary: (label, alpha) => `Am wenigsten Einigkeit besteht bei „${label}“, mit α\u00a0${alpha}.`,
  summaryOf: (label, alpha, answers) =>
    `Unter den Typen mit mindestens ${plural(answers, "Antwort", "Antworten")} besteht bei „${label}“ am wenigsten Einigkeit, mit α\u00a0${alpha}.`,
  columns: {
    label: "Typ",
    alpha: "α",
    low: "95 % von",
    high: "95 % bis",
    answers: "Antworten",
  },
};

export const calibration: FiguresMessages["calibration"] = {
  title: "Sicherheit und Übereinstimmung",
  text: "Anteil der anderen mit demselben Quellentyp, je Stufe der Sicherheit, mit 95-%-Intervall.",
  none: "Noch hat keine Aussage zwei gezählte Antworten.",
  definition: "was der mitgelieferte Leitfaden unter der Stufe versteht",
  marked: "Intervall ganz außerhalb",
  verdicts: {
    above: "andere stimmen öfter überein, als die Stufe besagt",
    below: "andere stimmen seltener überein, als die Stufe besagt",
    within: "wie die Stufe besagt",
    unknown: "",
  },
  summary: (low, lowShare, high, highShare) =>
    `Bei „${low}“ stimmen ${lowShare} der anderen überein, bei „${high}“ ${highShare}.`,
  oneLevel: "Bei Aussagen mit zwei Antworten wurde bisher nur eine Stufe der Sicherheit verwendet.",
  asDefined: "Keine Stufe liegt ganz außerhalb dessen, was sie besagt.",
  off: (levels) => `Ganz außerhalb dessen, was sie besagt: ${levels}.`,
  columns: {
    level: "Sicherheit",
    share: "Anteil der anderen, die übereinstimmen",
    low: "95 % von",
    high: "95 % bis",
    answers: "Antworten",
    meaning: "Gegenüber der Bedeutung der Stufe",
  },
};

export const revisions: FiguresMessages["revisions"] = {
  title: "Je Fassung des Leitfadens",
  text: "α der Antworten unter jeder Fassung, mit 95-%-Intervall.",
  ofAll: OF_ALL,
  none: "Noch sind keine Antworten gezählt.",
  revision: (number) => `Fassung ${number}`,
  marked: "das Intervall hat mit dem vorigen nichts gemeinsam",
  changes: CHANGES,
  apart: {
    higher: (revision) => `Unter Fassung ${revision} ist die Übereinstimmung höher als zuvor.`,
    lower: (revision) => `Unter Fassung ${revision} ist die Übereinstimmung niedriger als zuvor.`,
  },
  oneOnly: "Alle Antworten stammen aus einer Fassung; es gibt noch nichts zu vergleichen.",
  noChange:
    "Keine Änderung von einer Fassung zur nächsten geht über den Zufall hinaus: Die Intervalle überschneiden sich.",
  columns: {
    revision: "Fassung",
    alpha: "α",
    low: "95 % von",
    high: "95 % bis",
    claims: "Aussagen mit zwei Antworten",
    change: "Änderung",
  },
};

export const weeks: FiguresMessages["weeks"] = {
  title: "Übereinstimmung im Zeitverlauf",
  text: "α der Antworten jeder Woche, mit 95-%-Intervall.",
  ofAll: OF_ALL,
  none: "Noch sind keine Antworten gezählt.",
  noneDefined:
    "Noch hat keine Woche ein α: Dafür braucht es zwei Personen bei denselben Aussagen und verschiedene Antworten.",
  marks: "Krippendorffs Marken, 0,667 und 0,80",
  marked: "das Intervall hat mit dem vorigen nichts gemeinsam",
  changes: CHANGES,
  newest: (monday, alpha) => `In der Woche vom ${monday} beträgt α ${alpha}.`,
  apart: {
    higher: (monday) =>
      `In der Woche vom ${monday} stieg die Übereinstimmung um mehr, als der Zufall erwarten lässt.`,
    lower: (monday) =>
      `In der Woche vom ${monday} sank die Übereinstimmung um mehr, als der Zufall erwarten lässt.`,
  },
  oneOnly: "Es ist bisher die einzige Woche mit einem Wert.",
  noChange:
    "Keine Änderung von einer Woche zur nächsten geht über den Zufall hinaus: Die Intervalle überschneiden sich.",
  columns: {
    week: "Woche vom",
    alpha: "α",
    low: "95 % von",
    high: "95 % bis",
    claims: "Aussagen mit zwei Antworten",
    change: "Änderung",
  },
};

export const filters: FiguresMessages["filters"] = {
  title: "Filter",
  period: "Zeitraum",
  anyTime: "jederzeit",
  since: "Von",
  until: "Bis",
  from: (day) => `ab ${day}`,
  to: (day) => `bis ${day}`,
  between: (since, until) => `${since} – ${until}`,
  daysOf: (first, last) => `Antworten gibt es von ${first} bis ${last} (UTC).`,
  revisions: "Leitfaden",
  annotators: "Personen",
  outlets: "Medium",
  all: "alle",
  some: (n) => `${count(n)} gewählt`,
  revision: (number) => `Fassung ${number}`,
  annotator: (id) => `Person ${id}`,
  noOutlet: "(nicht angegeben)",
  find: "Suchen",
  nothingFound: "Nichts passt dazu.",
  nothing: "Noch gibt es nichts auszuwählen.",
  labels: "Typen",
  full: "wie angegeben",
  collapsed: "zusammengefasst",
  labelsText: "Zusammengefasst zählt jeder Quellentyp als der, dem er zugeordnet ist.",
  apply: "Anwenden",
  choose: (filter, value) => `${filter}: ${value}. Filter ändern`,
  clear: "Filter löschen",
  counting: "Die gewählten Antworten werden gezählt.",
  countingOld:
    "Die gewählten Antworten werden gezählt. Bis dahin gelten die Zahlen der vorigen Auswahl.",
  countingOf: (done, articles) =>
    `Die gewählten Antworten werden gezählt: ${count(done)} von ${plural(articles, "Artikel", "Artikeln")}.`,
  progress: "Gezählte Artikel",
  counted: "Die Werte gelten nur für die gewählten Antworten.",
  behind: "Die Werte gelten nur für die gewählten Antworten und werden gerade nachgeführt.",
  failed: "Die gewählten Antworten konnten nicht gezählt werden.",
  failedChoices: "Die Filtermöglichkeiten konnten nicht geladen werden.",
};
