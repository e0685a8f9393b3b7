import { plural } from "./plural";

const answers = (n: number) => plural(n, "Antwort", "Antworten");

/** What is asked of somebody who signs out while answers are not sent. */
export const unsent = {
  title: "Einige Antworten sind noch nicht gesendet",
  kept: (n: number) =>
    n === 1
      ? "1 Antwort liegt auf diesem Gerät. Sie wird bei der nächsten Anmeldung hier gesendet; sonst sieht sie niemand."
      : `${n} Antworten liegen auf diesem Gerät. Sie werden bei der nächsten Anmeldung hier gesendet; sonst sieht sie niemand.`,
  inPage: (n: number) =>
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
