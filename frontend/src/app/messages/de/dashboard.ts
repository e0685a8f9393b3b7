import { count } from "@/lib/numbers";
import { plural } from "./plural";

const NEEDS_TWO = "Übereinstimmung braucht zwei Personen bei denselben Aussagen.";

export const dashboard = {
  title: "Übersicht",
  heading: (project: string) => `Übersicht über ${project}`,
  figures: {
    source_type: "Übereinstimmung beim Quellentyp",
    confidence: "Übereinstimmung bei der Sicherheit",
  },
  coefficient: { nominal: "Krippendorffs α", ordinal: "Krippendorffs α, ordinal" },
  notYet: "Noch nicht",
  undefined: "Nicht definiert",
  bands: {
    reliable: "Ab 0,80: Schlüsse können sich auf diese Antworten stützen.",
    tentative: "0,667 bis 0,80: nur vorläufige Schlüsse.",
    too_low: "Unter 0,667: zu niedrig, um Schlüsse zu ziehen.",
    below_chance: "Unter 0: Die Antworten stimmen seltener überein, als der Zufall erwarten lässt.",
  },
  reasons: {
    no_data: (claims: number) =>
      claims === 0
        ? `${NEEDS_TWO} Es gibt noch keine Aussagen.`
        : `${NEEDS_TWO} Von ${plural(claims, "Aussage", "Aussagen")} hat noch keine eine Antwort.`,
    left_out: `${NEEDS_TWO} Hier zählt keine Antwort: Übersprungene Aussagen zählen nicht, ebenso wenig, was die Filter auslassen.`,
    not_counted: "Es sind Antworten gespeichert, aber noch nicht gezählt. Die ersten Werte folgen.",
    insufficient_raters: (answered: number, claims: number) =>
      `${NEEDS_TWO} Bisher hat eine Person ${count(answered)} von ${plural(claims, "Aussage", "Aussagen")} beantwortet.`,
    no_pairable_units: (answered: number, people: number) =>
      `${NEEDS_TWO} Bisher ${people === 1 ? "hat" : "haben"} ${plural(people, "Person", "Personen")} ${plural(answered, "Aussage", "Aussagen")} beantwortet, keine davon gemeinsam.`,
    no_variation: (percentAgreement: string) =>
      `Alle haben dieselbe Antwort gegeben; zufallsbereinigt ist die Übereinstimmung daher nicht definiert. Die prozentuale Übereinstimmung beträgt ${percentAgreement}.`,
    single_unit:
      "Erst eine Aussage wurde von zwei Personen beantwortet. Für die Übereinstimmung braucht es mehr.",
    single_article:
      "Alle Antworten stammen aus einem Artikel. Für die Übereinstimmung braucht es mehr.",
  },
  interval: (low: string, high: string, of: string) => `95-%-Intervall ${low} bis ${high}, ${of}`,
  intervalOf: {
    articles: (articles: number) => `geclustert nach ${plural(articles, "Artikel", "Artikeln")}`,
    units: (claims: number) => `über ${plural(claims, "Aussage", "Aussagen")}`,
  },
  noInterval: {
    ok: "Ein 95-%-Intervall konnte nicht berechnet werden.",
    no_data: "Kein 95-%-Intervall: Es gibt keine Antworten.",
    insufficient_raters: "Kein 95-%-Intervall: Nur eine Person hat geantwortet.",
    no_pairable_units: "Kein 95-%-Intervall: Keine Aussage wurde von zwei Personen beantwortet.",
    no_variation: "Kein 95-%-Intervall: Alle haben dieselbe Antwort gegeben.",
    single_unit: "Kein 95-%-Intervall: Nur eine Aussage wurde von zwei Personen beantwortet.",
    single_article: "Kein 95-%-Intervall: Alle Aussagen stammen aus einem Artikel.",
  },
  atLeast: (tentative: string, reliable: string) =>
    `Wahrscheinlichkeit für 0,667 oder mehr: ${tentative}, für 0,80 oder mehr: ${reliable}`,
  bar: (value: string, interval: string) =>
    `Auf einer Skala von 0 bis 1 mit Marken bei 0,667 und 0,80: α ${value}. ${interval}`,
  barEmpty: "Eine Skala von 0 bis 1 mit Marken bei 0,667 und 0,80, noch ohne Wert",
  gwet: { identity: "AC1", ordinal: "AC2" },
  other: (name: string, value: string) => `${name} ${value}`,
  otherWithin: (name: string, value: string, low: string, high: string) =>
    `${name} ${value} (${low} bis ${high})`,
  prevalence: (other: string) =>
    `Die prozentuale Übereinstimmung liegt weit über α. Das kommt vor, wenn eine Antwort so häufig ist, dass schon der Zufall oft zur Übereinstimmung führt. Neben α auch ${other} beachten.`,
  cautions: {
    one_article:
      "Alle Aussagen stammen aus einem Artikel: Das Intervall kann nicht zeigen, wie andere Artikel ausfallen würden.",
    few_articles: "Weniger als 30 Artikel: Das Intervall ist vielleicht zu kurz.",
    few_units: "Weniger als 50 Aussagen: Das Intervall ist vielleicht zu kurz.",
    skewed_labels:
      "Eine Antwort ist unter wenigen Aussagen sehr häufig: Das Intervall ist vielleicht zu kurz.",
  },
  copyMethods: "Methodenabsatz kopieren",
  copyMethodsFailed: "Kopieren ging nicht; bitte erneut versuchen",
  methodsTitle: "Methodenabsatz",
  methodsByHand:
    "Der Browser lässt diese Seite nicht kopieren. Hier lässt sich der Text markieren.",
  basis: (claims: number, people: number) =>
    `α aus ${plural(claims, "Aussage", "Aussagen")} mit Antworten von mindestens zwei Personen, ${plural(people, "Annotierende", "Annotierende")}`,
  percentAgreement: (share: string) => `prozentuale Übereinstimmung ${share}`,
  computed: "berechnet",
  changed: (figure: string, value: string, meaning: string) => `${figure}: ${value}. ${meaning}`,
  progress: "Fortschritt",
  live: {
    counted: "Aktuell: Jede gespeicherte Antwort ist gezählt.",
    pending: (changes: number) =>
      `Wird nachgezählt: ${plural(changes, "Änderung ist", "Änderungen sind")} noch nicht enthalten.`,
    pendingMany: (changes: number) =>
      `Wird nachgezählt: ${count(changes)} oder mehr Änderungen sind noch nicht enthalten.`,
    recomputing: (done: number, parts: number) =>
      `Alles wird neu gezählt: ${count(done)} von ${plural(parts, "Teil", "Teilen")}.`,
    recomputingAll: "Alles wird neu gezählt.",
    fromBefore: "Die Werte sind von vorher.",
    noWorker: (minutes: number) =>
      `Seit ${count(minutes)} min hat sich kein Hintergrunddienst gemeldet. Die Antworten sind sicher und werden gezählt, sobald er wieder da ist.`,
    noWorkerEver:
      "Bisher hat sich kein Hintergrunddienst gemeldet. Die Antworten sind sicher und werden gezählt, sobald einer da ist.",
    unreachable:
      "Der Server ist nicht erreichbar. Dies sind die letzten Werte; wir versuchen es weiter.",
  },
  countAnew: "Alles neu zählen",
  countAnewProgress: "Neu gezählte Teile",
  countAnewFailed: (reason: string) =>
    `Das Neuzählen konnte nicht beginnen. ${reason} Die Werte sind unverändert; bitte erneut versuchen.`,
  alarms: {
    failed: {
      title: (at: string) => `Das Zählen schlägt seit ${at} fehl.`,
      text: (detail: string) =>
        `${detail} Alle Antworten bleiben erhalten, und die Werte unten sind von vorher. Ist die Ursache behoben, geht das Zählen von selbst weiter; falls nicht, bitte die Stelle verständigen, die diese Installation betreibt.`,
    },
    difference: {
      title: (at: string) =>
        `Die nächtliche Prüfung vom ${at} hat eine Abweichung gefunden und behoben.`,
      text: () =>
        "Nach und nach gezählte Werte wichen von einer vollständigen Zählung ab. Alle Antworten bleiben erhalten, und die Werte unten stammen aus der vollständigen Zählung. Bitte die Stelle verständigen, die diese Installation betreibt; dieser Hinweis verschwindet mit der nächsten Prüfung, die nichts findet.",
    },
  },
  failedAgreement: "Die Übereinstimmung konnte nicht geladen werden.",
  failedProgress: "Der Fortschritt konnte nicht geladen werden.",
  failedSpeed: "Die Zeiten konnten nicht geladen werden.",
  noArticlesTitle: "Mit einem Artikel beginnen",
  noArticles: "Aus seinen Sätzen werden Aussagen, die die Annotierenden beurteilen.",
  importArticle: "Artikel importieren",
};
