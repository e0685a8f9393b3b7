import { plural } from "./plural";

const answers = (n: number) => plural(n, "Antwort", "Antworten");

export const banner = {
  withdrawn:
    "Die Leitung hat diesen Artikel anderweitig vergeben. Die Antworten bleiben und werden gesendet.",
  released:
    "Dieser Artikel ging während der Abwesenheit zurück in die Warteschlange. Weitere Antworten bleiben trotzdem und werden gesendet.",
  goOn: "Weiter zum nächsten Artikel",
  closed: (kept: number) =>
    kept === 0
      ? "Dieses Projekt nimmt gerade keine Antworten an. Die bisherigen sind gespeichert."
      : `Dieses Projekt nimmt gerade keine Antworten an. ${plural(kept, "Antwort liegt", "Antworten liegen")} auf diesem Gerät, bis die Leitung es wieder öffnet.`,
  reopened: (kept: number) =>
    `Dieses Projekt nimmt wieder Antworten an. ${plural(kept, "abgelehnte Antwort liegt", "abgelehnte Antworten liegen")} noch auf diesem Gerät.`,
  sendAgain: (n: number) => `${answers(n)} erneut senden`,
};

export const lookingOn = {
  title: "In diesem Projekt nur mit Lesezugriff",
  text: (project: string) =>
    `Mit Lesezugriff auf ${project} sind Artikel, Zahlen und Leitfaden zu sehen; Aussagen werden nicht beantwortet. Die Leitung des Projekts kann die Rolle auf Annotation ändern.`,
};
