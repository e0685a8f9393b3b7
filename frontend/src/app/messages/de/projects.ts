import { count } from "@/lib/numbers";
import type { ProjectMessages } from "../projects";
import { plural } from "./plural";

export const projects: ProjectMessages = {
  title: "Projekte",
  roles: { lead: "Leitung", annotator: "Annotation", viewer: "Lesezugriff" },
  states: { draft: "Entwurf", open: "", closed: "Geschlossen" },
  people: (n: number) => plural(n, "Person", "Personen"),
  articles: (n: number) => plural(n, "Artikel", "Artikel"),
  claims: (n: number) => plural(n, "Aussage", "Aussagen"),
  alpha: (value: string) => `α ${value}`,
  alphaOf: "beim Quellentyp",
  yourPart: (answered: number, available: number) =>
    `eigener Anteil ${count(answered)} von ${count(available)}`,
  yourPartBar: (project: string) => `Eigener Anteil an ${project}`,
  yourPartDone: (answered: number) =>
    `eigener Anteil fertig, ${plural(answered, "Aussage", "Aussagen")}`,
  nothingWaiting: "zurzeit nichts zu tun",
  takesNoAnswers: "nimmt gerade keine Antworten an",
  allAnswers: (answers: number, needed: number) =>
    `${count(answers)} von ${plural(needed, "Antwort", "Antworten")}`,
  allAnswersBar: (project: string) => `Antworten in ${project}`,
  noAnswersNeeded: "noch keine Aussagen",
  continue: "Weiter",
  start: "Beginnen",
  open: "Öffnen",
  actionIn: (action: string, project: string) => `${action}, ${project}`,
  emptyTitle: "Noch kein Projekt",
  empty: (email: string) => `Die Leitung eines Projekts kann dieses Konto aufnehmen: ${email}.`,
  emptyLead: "Sie kann auch eine Einladung schicken, das ist ein Link.",
  emptyFirst: "Für den Anfang genügt ein Name. Danach kommen die Einladungen und die Artikel.",
  newProject: "Neues Projekt",
  copyEmail: "E-Mail-Adresse kopieren",
  failed: "Die Projekte konnten nicht geladen werden",
  failedSince: (when: string) =>
    `Die Projekte konnten nicht geladen werden. Stand dieser Liste: ${when}.`,
  articlesKept: (n: number) => `${plural(n, "Artikel", "Artikel")} auf diesem Gerät`,
  onlyKept:
    "Der Server ist nicht erreichbar. Was auf diesem Gerät liegt, lässt sich weiter annotieren, und auch die Antworten bleiben hier. Alles andere kommt mit dem Server zurück.",
  loadingProjects: "Projekte werden geladen…",
  guidelines: "Leitfaden",
  revision: (number: number) => `Fassung ${count(number)}`,
  guidelinesFailed: "Der Leitfaden konnte nicht geladen werden.",
  noGuidelinesTitle: "Noch kein Leitfaden",
  noGuidelines: "Die Leitung kann einen für dieses Projekt schreiben.",
  editGuidelines: "Bearbeiten",
  goOnEditing: "Am eigenen Entwurf weiterschreiben",
};
