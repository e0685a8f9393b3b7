import type { EntryMessages } from "../entry";
import { plural } from "./plural";
import { session } from "./session";

const account: EntryMessages["account"] = {
  name: "Name",
  nameHint: "So, wie ihn die anderen im Projekt sehen sollen.",
  email: "E-Mail",
  password: "Passwort",
  passwordHint: "Mindestens 8 Zeichen; kein gängiges und nicht nur Ziffern.",
  needsName: "Bitte einen Namen angeben.",
  needsEmail: "Bitte eine E-Mail-Adresse angeben, etwa ana@news.example.",
  needsPassword: "Bitte ein Passwort mit mindestens 8 Zeichen wählen.",
  weak: "Bitte ein anderes wählen: mindestens 8 Zeichen, kein gängiges Passwort, nicht nur Ziffern und nichts, was Name oder Adresse ähnelt.",
  wrongFields: "Etwas fehlt noch oder stimmt noch nicht.",
  failed: "Der Server ist nicht erreichbar. Es wurde nichts gespeichert; bitte erneut versuchen.",
  tooMany: (seconds) =>
    seconds === null
      ? "Zu viele Versuche. Bitte einige Minuten warten und es dann erneut versuchen."
      : `Zu viele Versuche. Bitte ${plural(Math.ceil(seconds / 60), "Minute", "Minuten")} warten und es dann erneut versuchen.`,
};

const join: EntryMessages["join"] = {
  title: "Einem Projekt beitreten",
  looking: "Die Einladung wird gesucht…",
  titleOf: (project) => `Dem Projekt „${project}“ beitreten`,
  invites: {
    lead: (who) => `${who} lädt dazu ein, dieses Projekt mit zu leiten.`,
    annotator: (who) => `${who} lädt dazu ein, in diesem Projekt zu annotieren.`,
    viewer: (who) => `${who} lädt dazu ein, in diesem Projekt mitzulesen.`,
  },
  means: {
    lead: "Die Leitung richtet das Projekt ein, lädt Personen ein und sieht alle Antworten und Zahlen.",
    annotator:
      "Beim Annotieren liest man Artikel und gibt für jede Aussage an, wer hinter ihr steht.",
    viewer: "Mit Lesezugriff sieht man Artikel und Zahlen, ändert aber nichts.",
  },
  until: (when) => `Die Einladung gilt bis ${when}.`,
  joinAs: (name) => `Als ${name} beitreten`,
  joining: "Beitritt läuft…",
  signedInAs: (email) => `Angemeldet als ${email}.`,
  otherAccount: "Ein anderes Konto verwenden",
  signingOut: "Abmeldung läuft…",
  signOutFailed:
    "Der Server ist nicht erreichbar, die Anmeldung besteht noch. Bitte erneut versuchen.",
  unsent: (n) =>
    `${plural(n, "Antwort dieses Kontos ist", "Antworten dieses Kontos sind")} noch nicht gesendet. Bitte die Projekte öffnen, das Senden abwarten und dann den Link noch einmal öffnen.`,
  toProjects: "Zu den Projekten",
  forAnother: (email) =>
    `Diese Einladung gilt für ${email}. Bitte mit dieser Adresse anmelden oder um eine eigene Einladung bitten.`,
  newAccount: "Konto anlegen",
  fixedEmail: "Die Einladung gilt für diese Adresse.",
  makeAndJoin: "Konto anlegen und beitreten",
  haveAccount: "Schon ein Konto?",
  signIn: "Anmelden",
  accountExists: "Zu dieser Adresse gibt es schon ein Konto.",
  accountExistsSignIn: "Damit anmelden",
  refusedTitle: "Mit dieser Einladung geht es nicht",
  askAgain: "Wer sie geschickt hat, kann eine neue ausstellen.",
  incomplete: "Der Link ist unvollständig. Bitte ganz kopieren, bis zum letzten Zeichen.",
  refusals: {
    invitation_unknown:
      "Diese Einladung gibt es nicht. Vielleicht ist ein Teil des Links verloren gegangen.",
    invitation_expired: "Diese Einladung ist abgelaufen.",
    invitation_revoked: "Diese Einladung wurde zurückgezogen.",
    invitation_used: "Alle, für die diese Einladung galt, sind schon beigetreten.",
    invitation_for_another: "Diese Einladung gilt für eine andere Adresse.",
    part_ended:
      "Die Leitung hat die Mitarbeit in diesem Projekt beendet. Sie kann erneut per E-Mail einladen oder den Zugang zurückgeben.",
  },
  alreadyIn: "Wer so schon beigetreten ist, meldet sich an.",
  failed: "Die Einladung konnte nicht nachgeschlagen werden.",
};

const first: EntryMessages["first"] = {
  title: "Das erste Konto",
  text: "Es gehört der Person, die diese Installation eingerichtet hat. Mit ihm lassen sich Projekte anlegen und alle anderen einladen.",
  make: "Konto anlegen",
  making: "Das Konto wird angelegt…",
  hasAccountsTitle: "Es gibt schon ein Konto",
  hasAccounts: "Das erste Konto ist angelegt. Alle anderen kommen über eine Einladung.",
  signIn: "Anmelden",
  toProjects: "Zu den Projekten",
  incomplete:
    "Der Link ist unvollständig. Bitte ganz von dort kopieren, wo der Server gestartet wurde, oder mit „manage.py first_account“ noch einmal ausgeben lassen.",
  refusals: {
    wrong_code:
      "Dieser Link ist zu alt oder gehört zu einer anderen Installation. „manage.py first_account“ gibt einen neuen aus.",
  },
};

export const entry: EntryMessages = { session, account, join, first };
