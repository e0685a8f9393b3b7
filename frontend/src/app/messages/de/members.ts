import { count } from "@/lib/numbers";
import type { PeopleMessages } from "../people";
import { plural } from "./plural";

const answers = (n: number) => plural(n, "Antwort bleibt", "Antworten bleiben");

export const members: PeopleMessages["people"] = {
  title: "Personen",
  leadOnly: "Die Personen eines Projekts sieht nur seine Leitung.",
  backToDashboard: "Zurück zur Übersicht",
  loading: "Die Personen werden geladen…",
  failed: "Die Personen konnten nicht geladen werden.",
  roles: { lead: "Leitung", annotator: "Annotation", viewer: "Lesezugriff" },
  save: "Speichern",
  saving: "Wird gespeichert…",
  saved: "Gespeichert",
  notSaved: "Das konnte nicht gespeichert werden. Bitte erneut versuchen.",
  refusals: {
    last_lead:
      "Jedes Projekt braucht eine Leitung, und diese ist die einzige. Bitte zuerst jemand anderem die Leitung geben.",
  },

  invite: {
    open: "Personen einladen",
    title: "Personen einladen",
    text: "Wer dem Link folgt, tritt mit dem eigenen Konto bei oder legt eines an.",
    role: "In welcher Rolle?",
    roleHints: {
      annotator: "Liest Artikel und beantwortet Aussagen.",
      lead: "Richtet das Projekt ein, lädt Personen ein, sieht alle Antworten.",
      viewer: "Sieht Artikel und Zahlen und ändert nichts.",
    },
    way: "Auf welchem Weg?",
    ways: { mail: "Per E-Mail", link: "Per Link" },
    wayHints: {
      mail: "Eine Person, und nur mit dieser Adresse.",
      link: "Zum Weitergeben: an eine Person oder an viele.",
    },
    email: "E-Mail-Adresse",
    needsEmail: "Bitte eine E-Mail-Adresse angeben, etwa ana@news.example.",
    places: "Wie viele Personen ihn verwenden dürfen",
    placesWrong: (most) => `Bitte eine Zahl von 1 bis ${count(most)} angeben.`,
    send: "Einladung senden",
    make: "Link erstellen",
    working: "Einladung läuft…",
    notMade: "Die Einladung konnte nicht erstellt werden. Bitte erneut versuchen.",
    madeByMail: (email) => `${email} ist eingeladen.`,
    madeByLink: "Der Link ist erstellt.",
    letterGoes:
      "Eine E-Mail mit diesem Link geht jetzt hinaus. Der Link lässt sich auch selbst weitergeben.",
    letterSent:
      "Die E-Mail mit diesem Link ist gesendet. Der Link lässt sich auch selbst weitergeben.",
    letterPrinted:
      "Es geht keine E-Mail hinaus, denn hier ist kein Mailserver eingerichtet. Bitte diesen Link selbst weitergeben.",
    letterFailed: (reason) =>
      `Die E-Mail konnte nicht gesendet werden (${reason}). Bitte diesen Link selbst weitergeben.`,
    noLetter: (places) =>
      `Es geht keine E-Mail hinaus: Bitte diesen Link selbst weitergeben. Er gilt für ${plural(places, "Person", "Personen")}.`,
    link: "Link der Einladung",
    until: (when) => `Er gilt bis ${when}.`,
    another: "Noch jemanden einladen",
    done: "Fertig",
  },

  invitations: {
    title: "Offene Einladungen",
    text: "Sie enden von selbst, sobald sie aufgebraucht oder zu alt sind.",
    loading: "Die Einladungen werden geladen…",
    failed: "Die Einladungen konnten nicht geladen werden.",
    columns: {
      who: "Für",
      role: "Rolle",
      places: "Freie Plätze",
      until: "Endet",
      letter: "E-Mail",
    },
    actions: "Aktionen",
    anybody: "Alle, die den Link haben",
    by: (who, when) => `von ${who}, ${when}`,
    placesOf: (left, places) => `${count(left)} von ${count(places)}`,
    letters: {
      none: "keine: per Link",
      printed: "keine: kein Mailserver",
      waiting: "wird gesendet…",
      failed: "nicht gesendet",
    },
    sentAt: (when) => `gesendet ${when}`,
    copy: "Link kopieren",
    copyOf: (whom) => `der Einladung für: ${whom}`,
    revoke: "Zurückziehen",
    revokeOf: (whom) => `Einladung zurückziehen, für: ${whom}`,
    revokeTitle: "Diese Einladung zurückziehen?",
    revokeText: (whom) =>
      `Der Link gilt sofort nicht mehr (für: ${whom}). Wer damit beigetreten ist, bleibt.`,
    keep: "Behalten",
    revoking: "Wird zurückgezogen…",
    notRevoked: "Die Einladung konnte nicht zurückgezogen werden. Bitte erneut versuchen.",
    revoked: (whom) => `Die Einladung ist zurückgezogen (für: ${whom}).`,
  },

  members: {
    title: "In diesem Projekt",
    summary: (n) => plural(n, "Person", "Personen"),
    find: "Person suchen",
    none: "Niemand passt dazu.",
    columns: {
      name: "Person",
      role: "Rolle",
      limit: "Obergrenze",
      answered: "Beantwortet",
      held: "Artikel",
      code: "Im Export",
      actions: "Aktionen",
    },
    you: "eigenes Konto",
    last: (when) => `zuletzt ${when}`,
    notGiven: "bekommt keine",
    codeHint: "Exporte nennen niemanden: Für jede Person steht dort ein Kürzel.",
    roleOf: (name) => `Rolle von ${name}`,
    saveRoleOf: (name, role) => `Speichern: ${name}, ${role}`,
    roleSaved: (name, role) => `Gespeichert: ${name}, ${role}.`,
    limitOf: (name) => `Obergrenze für ${name}: so viele Artikel gibt die Warteschlange höchstens`,
    noLimit: "keine",
    limitWrong: (most) =>
      `Bitte eine ganze Zahl bis ${count(most)} angeben, oder nichts für keine Obergrenze.`,
    saveLimitOf: (name) => `Obergrenze für ${name} speichern`,
    limitSaved: (name, limit) =>
      limit === null
        ? `Für ${name} gilt jetzt keine Obergrenze.`
        : `Die Obergrenze für ${name} ist jetzt ${count(limit)}.`,
    deactivate: "Deaktivieren",
    leave: "Verlassen",
    leaveNamed: "Dieses Projekt verlassen",
    deactivateNamed: (name) => `${name} deaktivieren`,
  },

  leaving: {
    title: (name) => `${name} deaktivieren?`,
    ownTitle: "Dieses Projekt verlassen?",
    kept: (n) =>
      n === 0
        ? "Nichts geht verloren: Es gibt noch keine Antworten."
        : `Nichts geht verloren: ${answers(n)} erhalten, zählen in allen Zahlen mit und stehen im Export unter demselben Kürzel.`,
    released: "Begonnene und wartende Artikel gehen für andere in die Warteschlange zurück.",
    invitations:
      "Offene Einladungen werden zurückgezogen, denn ihre Links sind der Leitung bekannt. Wer noch nicht gekommen ist, braucht eine neue.",
    access: (name) =>
      `${name} kann das Projekt dann nicht mehr öffnen. Die Leitung kann das jederzeit rückgängig machen, mit derselben Rolle und Obergrenze.`,
    ownAccess:
      "Das Projekt lässt sich danach nicht mehr öffnen. Jemand anderes aus der Leitung kann wieder Zugang geben.",
    cancel: "Abbrechen",
    confirm: "Deaktivieren",
    ownConfirm: "Verlassen",
    working: "Wird deaktiviert…",
    done: (name) => `${name} ist deaktiviert. Die Antworten bleiben.`,
  },

  demoting: {
    title: (name) => `${name} die Leitung entziehen?`,
    ownTitle: "Die Leitung dieses Projekts abgeben?",
    text: (name) =>
      `${name} sieht danach Personen, Einstellungen und Verlauf nicht mehr. Die Leitung lässt sich jederzeit wieder übertragen.`,
    ownText:
      "Personen, Einstellungen und Verlauf sind danach nicht mehr zu sehen. Jemand anderes aus der Leitung kann die Rolle wieder zurückgeben.",
    invitations:
      "Offene Einladungen, die mehr erlauben würden, werden zurückgezogen, denn ihre Links sind der Leitung bekannt.",
    cancel: "Abbrechen",
    ownCancel: "Leitung behalten",
    confirm: "Leitung entziehen",
    ownConfirm: "Leitung abgeben",
  },

  former: {
    title: "Ehemalige",
    text: "Sie können das Projekt nicht öffnen. Ihre Antworten bleiben und zählen.",
    reactivate: "Wieder aufnehmen",
    reactivateNamed: (name) => `${name} wieder aufnehmen`,
    reactivating: "Wird aufgenommen…",
    done: (name) => `${name} ist wieder im Projekt.`,
  },
};
