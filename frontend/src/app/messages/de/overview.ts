import { count } from "@/lib/numbers";
import { plural } from "./plural";

const claimsOf = (claims: number) => plural(claims, "Aussage", "Aussagen");

export const overview = {
  heading: "Fortschritt, Zeit und Quellen",
  computed: "berechnet",
  notComputed:
    "Diese Werte sind noch nicht berechnet. Ein Hintergrunddienst holt das von selbst nach.",
  catchingUp: "Sie werden gerade neu berechnet.",
  nothing: "Mit diesen Filtern zählt nichts, oder es gibt noch keine Aussagen.",
  progress: {
    title: "Fortschritt",
    none: "Noch keine Aussagen",
    ofAll: "Immer aus allen Antworten, auch wenn gefiltert wird.",
    answersOf: (answers: number, needed: number) =>
      `${count(answers)} von ${plural(needed, "Antwort", "Antworten")}`,
    of: (articles: number, claims: number) =>
      `${plural(articles, "Artikel", "Artikel")}, ${claimsOf(claims)}`,
  },
  speed: {
    title: "Medianzeit je Aussage",
    unit: "s",
    none: "Noch nicht",
    noneText: "Zu noch keiner Antwort ist die Zeit bekannt.",
    middle: (from: string, to: string) => `Die mittlere Hälfte braucht ${from} bis ${to}\u00a0s`,
    of: (answers: number) => `aus ${plural(answers, "Antwort", "Antworten")} mit Zeit`,
  },
  pace: {
    title: "Tempo",
    text: "Gespeicherte Antworten, Tag für Tag (UTC), gemessen an den nötigen.",
    saved: "gespeichert",
    forecast: "Prognose",
    range: "95-%-Bereich",
    needed: "nötig",
    none: "Noch keine Antworten. Mit dem ersten Tag, an dem es welche gibt, beginnt die Linie.",
    done: "Alle nötigen Antworten sind da.",
    partial:
      "Mit diesen Filtern zählt nur ein Teil der Antworten; ein Ende lässt sich so nicht absehen.",
    stalled: (left: number) =>
      `Noch ${plural(left, "Antwort", "Antworten")}. Beim jetzigen Tempo lässt sich kein Ende absehen.`,
    at: (perDay: string, day: string) => `Mit ${perDay} Antworten am Tag fertig um den ${day}`,
    between: (first: string, last: string) => ` (zwischen ${first} und ${last})`,
    notBefore: (first: string) => ` (nicht vor dem ${first})`,
    summary: (answers: number, needed: number, days: number) =>
      `${count(answers)} von ${count(needed)} Antworten an ${plural(days, "Tag", "Tagen")} gespeichert.`,
    columns: {
      day: "Tag",
      answers: "Antworten",
      skipped: "Übersprungen",
      people: "Personen",
      total: "Gesamt",
    },
  },
  time: {
    title: "Zeit je Aussage",
    text: "Sekunden vom Zeigen einer Aussage bis zur Antwort.",
    none: "Zu noch keiner Antwort ist die Zeit bekannt.",
    median: (median: string, answers: number) =>
      `Median ${median}\u00a0s aus ${plural(answers, "Antwort", "Antworten")}.`,
    most: (bin: string) => `Die meisten brauchen ${bin}\u00a0s.`,
    bin: (from: number, to: number) => `${from}–${to}`,
    lastBin: (from: number) => `${from}+`,
    unit: "Sekunden",
    columns: { seconds: "Sekunden", answers: "Antworten", share: "Anteil" },
  },
  sources: {
    title: "Antworten nach Quellentyp",
    text: "Anteil an den Aussagen; jede zählt einmal, aufgeteilt auf ihre Antworten.",
    asGiven: "Quellentypen wie vergeben, nicht zusammengefasst.",
    none: "Noch hat keine Aussage eine Antwort.",
    row: (type: string, share: string) => `${type} ${share}`,
    within: (low: string, high: string) => `95-%-Intervall ${low} bis ${high}`,
    of: (claims: number, articles: number) =>
      `${claimsOf(claims)} aus ${plural(articles, "Artikel", "Artikeln")}.`,
    ofWithin: (claims: number, articles: number) =>
      `${claimsOf(claims)} aus ${plural(articles, "Artikel", "Artikeln")}, mit 95-%-Intervallen über Artikel.`,
    columns: {
      type: "Quellentyp",
      claims: "Aussagen",
      share: "Anteil",
      interval: "95-%-Intervall",
      low: "95-%-Intervall von",
      high: "95-%-Intervall bis",
    },
  },
  outlets: {
    title: "Anonyme Quellen nach Medium",
    text: "Anteil der Aussagen eines Mediums, die auf anonymen Quellen beruhen, mit 95-%-Intervall über Artikel.",
    none: "Noch nennt kein Artikel mit Antworten sein Medium.",
    within: (low: string, high: string) => `95-%-Intervall ${low} bis ${high}`,
    noOutlet: "Kein Medium angegeben",
    others: "Alle übrigen",
    allOf: (share: string) => `alle Aussagen ${share}`,
    n: (claims: number) => `n = ${count(claims)}`,
    highest: (outlet: string, share: string, claims: number) =>
      `${outlet} stützt sich am meisten auf anonyme Quellen: ${share} von ${claimsOf(claims)}.`,
    lowest: (outlet: string, share: string) => `${outlet} am wenigsten: ${share}.`,
    single: (outlet: string, share: string, claims: number) =>
      `${outlet}: ${share} von ${claimsOf(claims)}.`,
    showAll: (outlets: number) => `Alle ${count(outlets)} zeigen`,
    showFewer: "Weniger zeigen",
    columns: {
      outlet: "Medium",
      articles: "Artikel",
      claims: "Aussagen",
      anonymous: "Anteil anonym",
      low: "95-%-Intervall von",
      high: "95-%-Intervall bis",
    },
  },
  months: {
    title: "Anonyme Quellen im Lauf der Zeit",
    text: "Nach dem Monat, in dem die Artikel erschienen sind.",
    none: "Kein Artikel mit Antworten nennt sein Erscheinungsdatum.",
    summary: (first: string, firstShare: string, last: string, lastShare: string) =>
      `Von ${firstShare} (${first}) zu ${lastShare} (${last}).`,
    single: (month: string, share: string) => `${share} im ${month}.`,
    columns: {
      month: "Monat",
      articles: "Artikel",
      claims: "Aussagen",
      anonymous: "Anteil anonym",
      low: "95-%-Intervall von",
      high: "95-%-Intervall bis",
    },
  },
  people: {
    title: "Personen",
    text: "Wer was geschafft hat und wie schnell. Die Namen führen zur Seite jeder Person.",
    failed: "Wer was geschafft hat, konnte nicht geladen werden.",
    nobody: "Hier annotiert noch niemand. Unter „Personen“ lassen sich welche einladen.",
    columns: {
      name: "Annotierende",
      answered: "Beantwortet",
      skipped: "Übersprungen",
      articles: "Artikel",
      perDay: "Je aktivem Tag",
      median: "Median der Zeit",
      lastSaved: "Zuletzt gespeichert",
    },
    barOf: (name: string) => `Von ${name} beantwortete Aussagen`,
    answeredOf: (answered: number, assigned: number) => `${count(answered)} von ${count(assigned)}`,
    nothingAssigned: "noch nichts zugeteilt",
    articlesDone: (done: number) => `${count(done)} fertig`,
    articlesOpen: (open: number) => `${count(open)} offen`,
    articlesNone: "keine",
    seconds: (median: string) => `${median}\u00a0s`,
    unknown: "–",
    never: "nie",
    showAll: (people: number) => `Alle ${count(people)} zeigen`,
    showFewer: "Weniger zeigen",
  },
};
