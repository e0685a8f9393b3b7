import { plural } from "./plural";

const answers = (n: number) => plural(n, "Antwort", "Antworten");

export const sync = {
  checking: "Wird geprüft…",
  saving: "Wird gespeichert…",
  saved: "Alles gespeichert",
  waiting: (n: number) => `Noch nicht gesendet, ${n} hier aufbewahrt`,
  offline: (n: number) => `Offline, ${n} hier aufbewahrt`,
  waitingInPage: (n: number) => `Noch nicht gesendet, ${n} nur auf dieser Seite`,
  offlineInPage: (n: number) => `Offline, ${n} nur auf dieser Seite`,
  signedOut: (n: number) => `Anmelden, um ${n} zu senden`,
  refused: (n: number) => `${answers(n)} abgelehnt`,
  changed: (n: number) => `${n} anderswo geändert`,
  tryNow: "Jetzt senden",
  savedAgain: "Alle Antworten sind wieder gespeichert.",

  unsentTitle: "Einige Antworten sind noch nicht gesendet",
  unsent: (n: number) =>
    n === 1
      ? "1 Antwort liegt auf diesem Gerät. Sie wird bei der nächsten Anmeldung hier gesendet; sonst sieht sie niemand."
      : `${n} Antworten liegen auf diesem Gerät. Sie werden bei der nächsten Anmeldung hier gesendet; sonst sieht sie niemand.`,
  unsentInPage: (n: number) =>
    n === 1
      ? "1 Antwort liegt nur auf dieser Seite, weil dieser Browser nichts dafür speichert. Beim Abmelden geht sie verloren."
      : `${n} Antworten liegen nur auf dieser Seite, weil dieser Browser nichts dafür speichert. Beim Abmelden gehen sie verloren.`,
  stay: "Angemeldet bleiben",
  signOutKeeping: "Abmelden und hier aufbewahren",
  signOutLosing: "Abmelden und verlieren",
  discard: "Verwerfen…",
  discardTitle: "Nicht Gesendetes verwerfen?",
  discardText: (n: number) => `${answers(n)} ${n === 1 ? "geht" : "gehen"} endgültig verloren.`,
  discardNow: "Verwerfen und abmelden",
  back: "Zurück",
};
