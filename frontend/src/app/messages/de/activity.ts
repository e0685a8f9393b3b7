import { count } from "@/lib/numbers";
import type { PeopleMessages } from "../people";
import { plural } from "./plural";

type Activity = PeopleMessages["activity"];

const places = (n: number) => plural(n, "Platz", "Plätzen");
const articles = (n: number) => plural(n, "Artikel", "Artikel");
const answers = (n: number) => plural(n, "Antwort", "Antworten");
const claims = (n: number) => plural(n, "Aussage", "Aussagen");

const acts: Activity["acts"] = {
  project_created: (who) => `${who} hat das Projekt angelegt`,
  settings_changed: (who) => `${who} hat die Einstellungen geändert`,
  source_types_changed: (who) => `${who} hat die Quellentypen geändert`,
  guidelines_published: (who, number) =>
    `${who} hat Fassung ${count(number)} des Leitfadens veröffentlicht`,
  queue_changed: (who) => `${who} hat die Warteschlange geändert`,
  member_invited: {
    mail: {
      lead: (who, email) => `${who} hat ${email} in die Leitung eingeladen`,
      annotator: (who, email) => `${who} hat ${email} zum Annotieren eingeladen`,
      viewer: (who, email) => `${who} hat ${email} zum Mitlesen eingeladen`,
    },
    link: {
      lead: (who, n) => `${who} hat einen Link in die Leitung mit ${places(n)} erstellt`,
      annotator: (who, n) => `${who} hat einen Link zum Annotieren mit ${places(n)} erstellt`,
      viewer: (who, n) => `${who} hat einen Link zum Mitlesen mit ${places(n)} erstellt`,
    },
  },
  invitation_revoked: {
    mail: (who, email) => `${who} hat die Einladung für ${email} zurückgezogen`,
    link: {
      lead: (who) => `${who} hat einen Link in die Leitung zurückgezogen`,
      annotator: (who) => `${who} hat einen Link zum Annotieren zurückgezogen`,
      viewer: (who) => `${who} hat einen Link zum Mitlesen zurückgezogen`,
    },
  },
  member_joined: {
    lead: (who) => `${who} ist der Leitung beigetreten`,
    annotator: (who) => `${who} ist zum Annotieren beigetreten`,
    viewer: (who) => `${who} ist zum Mitlesen beigetreten`,
  },
  member_changed: {
    lead: (who, whom) => `${who} hat ${whom} in die Leitung aufgenommen`,
    annotator: (who, whom) => `${who} lässt ${whom} jetzt annotieren`,
    viewer: (who, whom) => `${who} lässt ${whom} jetzt mitlesen`,
    limit: (who, whom, n) => `${who} hat die Obergrenze für ${whom} auf ${articles(n)} gesetzt`,
    noLimit: (who, whom) => `${who} hat die Obergrenze für ${whom} aufgehoben`,
    other: (who, whom) => `${who} hat die Mitarbeit von ${whom} geändert`,
  },
  member_deactivated: (who, whom) => `${who} hat ${whom} deaktiviert`,
  member_left: (who) => `${who} hat das Projekt verlassen`,
  member_restored: (who, whom) => `${who} hat ${whom} wieder aufgenommen`,
  article_added: (who, title, n) => `${who} hat „${title}“ mit ${claims(n)} hinzugefügt`,
  article_changed: (who, title) => `${who} hat „${title}“ berichtigt`,
  import_started: (who, name) => `${who} hat den Import von ${name} begonnen`,
  import_resumed: (who, name) => `${who} hat den Import von ${name} fortgesetzt`,
  import_ended: {
    done: (who, name) => `${who} hat den Import von ${name} beendet`,
    canceled: (who, name) => `${who} hat den Import von ${name} angehalten`,
    failed: (who, name) => `${who} konnte den Import von ${name} nicht beenden`,
  },
  articles_assigned: (who, whom, n) => `${who} hat ${whom} namentlich ${articles(n)} zugeteilt`,
  assignment_withdrawn: (who, whom, title) => `${who} hat „${title}“ von ${whom} zurückgeholt`,
  proposal_decided: {
    accepted: {
      split: (who, by, title) =>
        `${who} hat auf Vorschlag von ${by} eine Aussage in „${title}“ geteilt`,
      merge: (who, by, title) =>
        `${who} hat auf Vorschlag von ${by} zwei Aussagen in „${title}“ verbunden`,
      exclude: (who, by, title) =>
        `${who} hat auf Vorschlag von ${by} eine Aussage in „${title}“ ausgeschlossen`,
    },
    declined: {
      split: (who, by, title) =>
        `${who} hat den Vorschlag von ${by} abgelehnt, eine Aussage in „${title}“ zu teilen`,
      merge: (who, by, title) =>
        `${who} hat den Vorschlag von ${by} abgelehnt, zwei Aussagen in „${title}“ zu verbinden`,
      exclude: (who, by, title) =>
        `${who} hat den Vorschlag von ${by} abgelehnt, eine Aussage in „${title}“ auszuschließen`,
    },
  },
  answers_imported: (who, n) => `${who} hat ${answers(n)} importiert`,
  recomputation_started: {
    repair: (who) => `${who} hat die Übereinstimmung zur Reparatur neu zählen lassen`,
    labels_changed: (who) => `${who} hat die Übereinstimmung nach neuen Typen neu zählen lassen`,
    many_changes: (who) =>
      `${who} hat die Übereinstimmung nach vielen Änderungen neu zählen lassen`,
    nightly: (who) => `${who} hat die Übereinstimmung wie jede Nacht neu zählen lassen`,
    other: (who) => `${who} hat die Übereinstimmung neu zählen lassen`,
  },
  training_started: (who, n) => `${who} hat ein Training mit ${articles(n)} begonnen`,
  labels_exported: {
    codes: (who) => `${who} hat die Antworten exportiert`,
    names: (who) => `${who} hat die Antworten mit Namen exportiert`,
  },
  snapshot_started: (who) => `${who} hat eine Momentaufnahme verlangt`,
  snapshot_deleted: {
    done: (who, digest) => `${who} hat die Momentaufnahme ${digest}… gelöscht`,
    unfinished: (who) => `${who} hat eine unfertige Momentaufnahme gelöscht`,
  },
  answer_created: {
    answered: (who, claim, title, answer) =>
      `${who} hat Aussage ${count(claim)} in „${title}“ beantwortet: ${answer}`,
    skipped: (who, claim, title) => `${who} hat Aussage ${count(claim)} in „${title}“ übersprungen`,
  },
  answer_changed: {
    answered: (who, claim, title, answer, before) =>
      `${who} hat die Antwort auf Aussage ${count(claim)} in „${title}“ geändert: jetzt ${answer}, vorher ${before}`,
    skipped: (who, claim, title, before) =>
      `${who} hat Aussage ${count(claim)} in „${title}“ doch übersprungen, vorher ${before}`,
    rest: (who, claim, title) =>
      `${who} hat Angaben zur Antwort auf Aussage ${count(claim)} in „${title}“ geändert`,
  },
  answer_withdrawn: (who, claim, title, before) =>
    `${who} hat die Antwort auf Aussage ${count(claim)} in „${title}“ zurückgenommen, vorher ${before}`,
};

const beside: Activity["beside"] = {
  copiedFrom: (project) => `Eingerichtet wie ${project}`,
  note: (text) => `„${text}“`,
  invitedBy: (who) => `Eingeladen von ${who}`,
  released: (n) => `In die Warteschlange zurückgegangen: ${articles(n)}`,
  imported: (stored, known, failed) =>
    `${count(stored)} gespeichert, ${count(known)} schon bekannt, ${count(failed)} nicht gespeichert`,
  answersImported: (created, changed, same) =>
    `${count(created)} neu, ${count(changed)} geändert, ${count(same)} wie zuvor`,
  sentByLead: "Von der Leitung importiert",
  file: (name) => `Als ${name}`,
  filters: (list) => `Nur Antworten ${list}`,
  withText: "Mit den Texten der Artikel",
  added: (names) => `Hinzugefügt: ${names}`,
  changed: (names) => `Geändert: ${names}`,
  restored: (names) => `Wieder wählbar: ${names}`,
  archived: (names) => `Archiviert: ${names}`,
  deleted: (names) => `Gelöscht: ${names}`,
  reordered: "In andere Reihenfolge gebracht",
  setting: (what, now, before) => `${what}: ${now}, vorher ${before}`,
};

const filterWords: Activity["filterWords"] = {
  since: (day) => `ab ${day}`,
  until: (day) => `bis ${day}`,
  revisions: (list) => `unter Leitfaden ${list}`,
  annotators: (list) => `von ${list}`,
  outlets: (list) => `zu Artikeln von ${list}`,
  decided: () => "zu entschiedenen Aussagen",
  min_votes: (n) => `zu Aussagen mit ${n} oder mehr Stimmen`,
};

const settings: Activity["settings"] = {
  name: "Name",
  language: "Sprache",
  state: "Zustand",
  overlap: "Annotierende je Artikel",
  confidence_words: "Sicherheitsskala",
  learned_suggestions: "Gelernte Vorschläge",
  order: "Reihenfolge der Warteschlange",
  seed: "Startwert der Reihenfolge",
  suggestion_mode: "Vorschläge für Annotierende",
  suggestion_hidden_share: "Verborgen bei % der Artikel",
  suggestion_threshold: "Mit einer Taste annehmbar ab",
};

const values: Activity["values"] = {
  state: { draft: "Entwurf", open: "offen", closed: "geschlossen" },
  order: { oldest: "älteste zuerst", random: "zufällig", uncertain: "unsicherste zuerst" },
  suggestion_mode: {
    hidden: "keine",
    shown: "bei jedem Artikel",
    share: "bei einem Teil der Artikel",
  },
  yes: "an",
  no: "aus",
  none: "keine",
};

export const activity: Activity = {
  title: "Verlauf",
  text: "Wer in diesem Projekt was getan hat, das Neueste zuerst.",
  leadOnly: "Den Verlauf eines Projekts sieht nur seine Leitung.",
  backToDashboard: "Zurück zur Übersicht",
  loading: "Der Verlauf wird geladen…",
  failed: "Der Verlauf konnte nicht geladen werden.",
  failedMore: "Früheres konnte nicht geladen werden.",
  filters: "Den Verlauf filtern",
  kind: "Was",
  groups: {
    all: "Alles",
    answers: "Antworten",
    articles: "Artikel",
    people: "Personen",
    guidelines: "Leitfaden",
    settings: "Einstellungen",
    exports: "Exporte",
  },
  person: "Wer",
  everybody: "Alle",
  former: "Ehemalige",
  since: "Von (UTC)",
  until: "Bis (UTC)",
  clear: "Alles anzeigen",
  download: "Als CSV herunterladen",
  emptyTitle: "Noch ist nichts geschehen",
  empty: "Hier steht künftig, was eingerichtet, importiert und beantwortet wird.",
  noMatchTitle: "Nichts passt dazu",
  noMatch: "Nichts dieser Art wurde in dieser Zeit von dieser Person getan.",
  fresh: (n) => `${plural(n, "neuen Eintrag", "neue Einträge")} anzeigen`,
  freshMany: (n) => `Mehr als ${count(n)} neue Einträge anzeigen`,
  more: "Früheres anzeigen",
  end: "Hier hat das Projekt begonnen.",
  today: (date) => `Heute, ${date}`,
  yesterday: (date) => `Gestern, ${date}`,
  itself: "OnRecord",
  untitled: "Ohne Titel",
  noOutlet: "keinem Medium",
  answer: (type, confidence, of) => `${type}, ${count(confidence)} von ${count(of)}`,
  skipped: "übersprungen",
  acts,
  beside,
  filterWords,
  settings,
  values,
};
