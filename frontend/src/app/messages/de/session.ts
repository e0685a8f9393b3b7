import { plural } from "./plural";

export const session = {
  title: "Anmelden",
  email: "E-Mail",
  password: "Passwort",
  show: "Zeigen",
  hide: "Verbergen",
  showPassword: "Passwort zeigen",
  hidePassword: "Passwort verbergen",
  signIn: "Anmelden",
  signingIn: "Anmeldung läuft…",
  mismatch: "E-Mail und Passwort passen nicht zusammen.",
  tooMany: (seconds: number | null) =>
    seconds === null
      ? "Zu viele Fehlversuche. Bitte einige Minuten warten und es dann erneut versuchen."
      : `Zu viele Fehlversuche. Bitte ${plural(Math.ceil(seconds / 60), "Minute", "Minuten")} warten und es dann erneut versuchen.`,
  unreachable: "Der Server ist nicht erreichbar. Bitte die Verbindung prüfen und erneut versuchen.",
  noAccounts:
    "Hier gibt es noch kein Konto. Bitte den Link öffnen, den der Server beim Start ausgegeben hat; „manage.py first_account“ gibt ihn noch einmal aus.",
  demoTitle: "Demo-Konten",
  demoHint: "Ein Konto wählen, um das Formular auszufüllen.",
  roles: { lead: "Leitung", annotator: "Annotation", viewer: "Lesezugriff" },
  againTitle: "Zum Weiterarbeiten anmelden",
  again: (email: string) =>
    `Die Sitzung ist abgelaufen. Die Antworten bleiben hier erhalten; mit dem Passwort von ${email} werden sie gesendet.`,
};
