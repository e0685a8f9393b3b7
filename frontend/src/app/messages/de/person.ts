import { count } from "@/lib/numbers";
import { plural } from "./plural";

const claimsOf = (claims: number) => plural(claims, "Aussage", "Aussagen");

export const person = {
  title: "Annotierende Person",
  back: "Zurück zu den Personen",
  backToDashboard: "Zurück zur Übersicht",
  leadsOnly: "Nur die Leitung sieht die Seiten der Annotierenden.",
  notFoundTitle: "Niemand da",
  notFound: "Diese Person ist und war nicht in diesem Projekt.",
  failed: "Diese Seite konnte nicht geladen werden.",
  code: (code: string) => `${code} in Exporten`,
  former: "nicht mehr im Projekt",
  quota: (articles: number) => `höchstens ${plural(articles, "Artikel", "Artikel")}`,
  filtered: "Nur Antworten innerhalb der Filter der Übersicht.",
  withoutFilters: "Ohne Filter",
  computed: "berechnet",
  notComputed: "noch nicht berechnet",
  catchingUp: "wird neu berechnet",
  progress: {
    title: "Fortschritt",
    answeredOf: (answered: number, assigned: number) =>
      `${count(answered)} von ${plural(assigned, "zugeteilten Aussage", "zugeteilten Aussagen")} beantwortet`,
    answered: (answered: number) => `${claimsOf(answered)} beantwortet`,
    nothing: "Noch nichts zugeteilt",
    within: "Aussagen innerhalb der Filter beantwortet",
    articles: (done: number, open: number) =>
      `${plural(done, "Artikel", "Artikel")} fertig, ${count(open)} offen`,
    skipped: (skipped: number) => `${claimsOf(skipped)} übersprungen`,
  },
  pace: {
    title: "Antworten je aktivem Tag",
    none: "Noch keine",
    days: (days: number) => `an ${plural(days, "Tag", "Tagen")} mit Antworten`,
    never: "Hat noch nicht geantwortet",
    saved: "Zuletzt gespeichert",
  },
  speed: {
    title: "Median der Zeit je Aussage",
    none: "Noch nicht",
    unit: "s",
    team: (median: string) => `Im Team sind es ${median}\u00a0s`,
    noTime: "Zu noch keiner Antwort ist die Zeit bekannt",
  },
  kappa: {
    title: "Übereinstimmung mit den anderen",
    unit: "κ",
    none: "Nicht gezeigt",
    within: (low: string, high: string) => `95-%-Intervall ${low} bis ${high}`,
    of: (claims: number) => `aus ${plural(claims, "gemeinsamen Aussage", "gemeinsamen Aussagen")}`,
    undefined: "Nicht definiert: In den gemeinsamen Aussagen unterscheidet sich nichts",
    differs: "Weicht von den anderen ab",
    tooFew: (shared: number, enough: number) =>
      `Erst ${plural(shared, "gemeinsame Aussage", "gemeinsame Aussagen")} mit anderen. Unter ${count(enough)} sind Werte einer einzelnen Person Zufall und werden nicht gezeigt.`,
    nobody:
      "Noch gibt es keine gezählte Aussage, die auch andere beantwortet haben; vergleichen lässt sich nichts.",
  },
  days: {
    title: "Antworten nach Tagen",
    text: "Aussagen, die an einem Tag (UTC) zum ersten Mal beantwortet wurden.",
    none: "Noch keine Antworten.",
    summary: (answers: number, days: number, most: number) =>
      `${plural(answers, "Antwort", "Antworten")} an ${plural(days, "Tag", "Tagen")}, höchstens ${count(most)} an einem.`,
    columns: { day: "Tag", answers: "Antworten" },
  },
  time: {
    title: "Zeit je Aussage",
    text: "Anteil der Antworten nach Sekunden, daneben der des Teams.",
    none: "Zu noch keiner Antwort ist die Zeit bekannt.",
    own: "diese Person",
    team: "das Team",
    unit: "Sekunden",
    summary: (own: string, answers: number, team: string) =>
      `Median ${own}\u00a0s aus ${plural(answers, "Antwort", "Antworten")}; im Team sind es ${team}\u00a0s.`,
    alone: (own: string, answers: number) =>
      `Median ${own}\u00a0s aus ${plural(answers, "Antwort", "Antworten")}.`,
    columns: {
      seconds: "Sekunden",
      answers: "Antworten",
      share: "Anteil",
      team: "Anteil im Team",
    },
  },
  standing: {
    title: "Verglichen mit den anderen",
    text: "Anhand der Aussagen, die auch jemand anderes beantwortet hat.",
    peer: "κ mit einer zufälligen anderen Person",
    mean: "Mittel der κ mit jeder Person",
    meanOf: (pairs: number) => `aus ${plural(pairs, "Paar", "Paaren")}`,
    without: "α nur der anderen",
    withoutText: "ohne die Antworten dieser Person",
    undefined: "nicht definiert",
    differs: (name: string, mean: string) =>
      `${name} weicht von den anderen ab: Das ganze Intervall liegt unter ${mean}, dem Mittel der κ aller. Wo, zeigen die Aussagen weiter unten.`,
    alike: (mean: string) =>
      `Das Intervall reicht bis ${mean}, dem Mittel der κ aller: Ein Unterschied lässt sich nicht erkennen.`,
    use: "Gebrauch der Quellentypen",
    useSame: "Verwendet die Quellentypen so oft wie die anderen, soweit sich das erkennen lässt.",
    useUnknown: "Die Aussagen sind zu wenige oder zu gleichartig, um das zu erkennen.",
    more: (types: string) => `Verwendet ${types} öfter als die anderen.`,
    less: (types: string) => `Verwendet ${types} seltener.`,
    lessOnly: (types: string) => `Verwendet ${types} seltener als die anderen.`,
    points: (type: string, points: string) => `${type} (${points} Prozentpunkte)`,
    and: (list: string, last: string) => `${list} und ${last}`,
    otherwise: "Verwendet die Quellentypen anders als die anderen.",
  },
  rates: {
    title: "Was gesagt wird, je nachdem, was wohl stimmt",
    box: "Was gesagt wird, alle Anteile",
    text: "Nach dem Modell von Dawid und Skene: Von den Aussagen, die nach allen Antworten zusammen einem Typ angehören (Zeilen), der Anteil mit jedem Typ (Spalten).",
    none: "Noch ist kein Konsens berechnet; das geschieht jede Nacht.",
    noneHere: "Bekannt ist das nur für alle Antworten zusammen, also nicht mit Filtern.",
    tooFew: "Dafür gibt es zu wenige gemeinsame Aussagen.",
    truth: "Wohl richtig",
    share: "Anteil an den Aussagen",
    shareOf: (share: string) => `${share} der Aussagen`,
    row: (type: string) => `Wohl ${type}`,
    summary: (truth: string, said: string, share: string) =>
      `Am häufigsten wird aus ${truth} ${said}: in ${share} der Fälle.`,
    summaryNone: "Sagt kaum je etwas anderes, als was wohl richtig ist.",
  },
  pairs: {
    title: "Mit jeder anderen Person",
    text: "Cohens κ mit 95-%-Intervall. Ein Name führt zu den Aussagen, bei denen sich die beiden unterscheiden.",
    none: "Noch gibt es keine gezählte Aussage, die auch andere beantwortet haben.",
    tooFew: "zu wenige",
    undefined: "nicht definiert",
    n: (claims: number) => `n = ${count(claims)}`,
    within: (low: string, high: string) => `95-%-Intervall ${low} bis ${high}`,
    range: (high: string, highName: string, low: string, lowName: string) =>
      `Von ${low} mit ${lowName} bis ${high} mit ${highName}.`,
    one: (kappa: string, name: string) => `${kappa} mit ${name}.`,
    nobody: (enough: number) =>
      `Mit niemandem gibt es bisher ${count(enough)} gemeinsame Aussagen oder mehr.`,
    columns: {
      name: "Person",
      kappa: "Cohens κ",
      low: "95-%-Intervall von",
      high: "95-%-Intervall bis",
      shared: "Gemeinsame Aussagen",
      same: "Gleiche Antwort",
    },
  },
};
