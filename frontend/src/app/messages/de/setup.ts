import { count } from "@/lib/numbers";
import type { SetupMessages } from "../setup";
import { guidelinesEditor } from "./guidelinesEditor";
import { plural } from "./plural";
import { sourceTypes } from "./sourceTypes";

const answers = (n: number) => plural(n, "Antwort", "Antworten");
const claims = (n: number) => plural(n, "Aussage", "Aussagen");

export const setup: SetupMessages = {
  sourceTypes,
  guidelinesEditor,

  saving: {
    save: "Speichern",
    saving: "Wird gespeichert…",
    saved: "Gespeichert.",
    notSaved: "Das konnte nicht gespeichert werden. Alle Eingaben sind noch da.",
    problems: "Vorher bitte berichtigen:",
  },

  refusals: {
    precondition_failed:
      "Inzwischen hat jemand anderes diese Einstellungen geändert. Es wurde nichts gespeichert. Erneut speichern behält die eigenen, neu laden zeigt die anderen.",
    confidence_in_use: "Der entfernte Punkt kommt in Antworten vor und bleibt daher.",
    built_in_source_types_stay:
      "Quellentypen, die es in jedem Projekt gibt, lassen sich nicht entfernen.",
  },

  newProject: {
    title: "Neues Projekt",
    intro:
      "Ein Name genügt. Für alles andere gibt es gute Voreinstellungen, die sich später ändern lassen.",
    formTitle: "Zum Projekt",
    name: "Name",
    nameHint: "So, wie ihn alle sehen.",
    nameMissing: "Das Projekt braucht einen Namen.",
    nameLong: (most) => `Ein Name hat höchstens ${count(most)} Zeichen.`,
    overlap: "Antworten je Aussage",
    overlapHint: "Wie viele Personen jede Aussage unabhängig voneinander beantworten.",
    overlapWrong: (least, most) =>
      `Bitte eine ganze Zahl von ${count(least)} bis ${count(most)} angeben.`,
    overlapAlone:
      "Eine Antwort je Aussage macht am wenigsten Arbeit; eine Übereinstimmung gibt es aber erst ab zwei.",
    overlapWork: (overlap) =>
      `Ein Artikel mit ${plural(20, "Aussage", "Aussagen")} bedeutet ${answers(20 * overlap)} von ${plural(overlap, "Person", "Personen")}.`,
    copy: "Einstellungen übernehmen von",
    copyHint:
      "Quellentypen, Sicherheitsskala, Warteschlange und Leitfaden, wie sie dort jetzt sind. Personen und Artikel kommen nicht mit.",
    copyNone: "Keinem: mit Voreinstellungen",
    create: "Projekt anlegen",
    creating: "Wird angelegt…",
    cancel: "Abbrechen",
    failed: "Das Projekt konnte nicht angelegt werden. Alle Eingaben sind noch da.",
    notYours: "Dieses Konto kann noch keine Projekte anlegen",
    notYoursText:
      "Das kann, wer ein Projekt leitet, und die Administration dieser Installation. Bitte dort anfragen.",
    backToProjects: "Zurück zu den Projekten",
    defaultsTitle: "Womit das Projekt beginnt",
    defaults: {
      types:
        "Den fünf Quellentypen: namentlich, anonym, offizielle Verlautbarung, ohne Quelle, unklar.",
      confidence: "Einer Sicherheitsskala mit drei Punkten: niedrig, mittel, hoch.",
      guidelines: "Einem Leitfaden, der sich so verwenden lässt, als Fassung 1.",
      suggestions: "Annotierende sehen keine Vorschläge; die ältesten Artikel kommen zuerst.",
    },
  },

  nextSteps: {
    title: "Nächste Schritte",
    text: "Das Projekt ist angelegt und nimmt Antworten an. Mit drei Dingen kommt es in Gang.",
    invite: "Personen einladen",
    inviteText: "Per Link oder E-Mail, zum Annotieren, Lesen oder Leiten.",
    import: "Artikel importieren",
    importText: "Eine Datei, eine Tabelle mit Artikeln oder eingefügter Text.",
    read: "Leitfaden lesen",
    readText:
      "Nach ihm richten sich die Annotierenden; wo das Projekt anders ist, lässt er sich ändern.",
    done: "erledigt",
  },

  settings: {
    title: "Einstellungen",
    parts: "Teile der Einstellungen",
    general: "Allgemein",
    sourceTypes: "Quellentypen",
    queue: "Warteschlange",
    leadOnly: "Die Einstellungen eines Projekts ändert nur die Leitung.",
    backToDashboard: "Zurück zur Übersicht",
  },

  general: {
    intro: "Jeder Teil wird für sich gespeichert und gilt sofort.",

    nameTitle: "Name",
    nameText: (address) => `Die Adresse ${address} bleibt, damit Links weiter stimmen.`,
    name: "Name des Projekts",

    stateTitle: "Stand",
    stateLegend: "Das Projekt ist",
    states: {
      draft: {
        name: "In Vorbereitung",
        hint: "Noch kann niemand antworten. Alles lässt sich einrichten.",
      },
      open: { name: "Offen", hint: "Artikel werden vergeben, Antworten angenommen." },
      closed: {
        name: "Geschlossen",
        hint: "Es werden keine Antworten angenommen und keine Artikel vergeben. Alles bleibt lesbar, auch Kennzahlen und Exporte, und das Projekt lässt sich wieder öffnen.",
      },
    },
    closing:
      "Eine Antwort, die gegeben, aber noch nicht gesendet ist, bleibt im Browser der Person, der das auch sagt; angenommen wird sie nicht, solange das Projekt geschlossen ist.",

    overlapTitle: "Antworten je Aussage",
    overlapText: "Wie viele Personen jede Aussage unabhängig voneinander beantworten.",
    overlap: "Antworten je Aussage",
    overlapWork: (claimCount, overlap, given) =>
      `${claims(claimCount)} mit je ${answers(overlap)}: zusammen ${answers(claimCount * overlap)}, davon bisher ${count(given)} gegeben.`,
    overlapMore:
      "Volle Artikel haben dann wieder freie Plätze und kommen zu denen, die sie noch nicht beantwortet haben.",
    overlapFewer:
      "Wer einen Artikel hat, behält ihn. Keine Antwort geht verloren, und alle zählen.",
    noClaims: "Es gibt noch keine Aussagen.",

    confidenceTitle: "Sicherheitsskala",
    confidenceText:
      "Die Punkte, mit denen Annotierende sagen, wie sicher sie sind; der unsicherste zuerst. Was jeder bedeutet, gehört in den Leitfaden.",
    toGuidelines: "Im Leitfaden beschreiben",
    point: (value) => `Wort für Punkt ${count(value)}`,
    pointMissing: (value) => `Punkt ${count(value)} braucht ein Wort.`,
    pointLong: (value, most) =>
      `Punkt ${count(value)}: ein Wort hat höchstens ${count(most)} Zeichen.`,
    pointTwice: (value, other) =>
      `Die Punkte ${count(other)} und ${count(value)} haben dasselbe Wort.`,
    addPoint: "Punkt hinzufügen",
    removePoint: (value) => `Punkt ${count(value)} entfernen`,
    pointAdded: (value) => `Punkt ${count(value)} wurde hinzugefügt.`,
    pointRemoved: (value) => `Punkt ${count(value)} wurde entfernt.`,
    pointsStay:
      "Antworten behalten die Nummer ihres Punktes. Daher kommt ein Punkt nur am oberen Ende hinzu oder weg, und einer, der in Antworten vorkommt, bleibt. Andere Wörter sind jederzeit möglich: Sie stehen dann für dieselben Nummern.",
    pointsRecount:
      "Mit einer anderen Zahl von Punkten wird die Übereinstimmung bei der Sicherheit neu gezählt.",
    asSeen: "So sehen es Annotierende",

    suggestionsTitle: "Vorschläge",
    suggestionsText: {
      hidden: "Annotierende sehen keine Vorschläge.",
      shown: "Annotierende sehen Vorschläge bei jedem Artikel.",
      share: "Annotierende sehen Vorschläge bei einem Teil der Artikel.",
    },
    suggestionsWhere: "Das steht bei der Warteschlange, ebenso wie die Reihenfolge der Artikel.",
    toQueue: "Zur Warteschlange",
  },
};
