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
};
