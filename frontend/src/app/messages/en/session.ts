import { plural } from "./plural";

export const session = {
  title: "Sign in",
  email: "Email",
  password: "Password",
  show: "Show",
  hide: "Hide",
  showPassword: "Show the password",
  hidePassword: "Hide the password",
  signIn: "Sign in",
  signingIn: "Signing in…",
  mismatch: "That email and password do not match.",
  tooMany: (seconds: number | null) =>
    seconds === null
      ? "Too many failed tries. Wait a few minutes, then try again."
      : `Too many failed tries. Wait ${plural(Math.ceil(seconds / 60), "minute", "minutes")}, then try again.`,
  unreachable: "We could not reach the server. Check the connection, then try again.",
  noAccounts:
    "There is no account here yet. Open the link that was printed when the server started; “manage.py first_account” prints it again.",
  demoTitle: "Demo accounts",
  demoHint: "Choose one to fill in the form.",
  roles: { lead: "Lead", annotator: "Annotator", viewer: "Viewer" },
  againTitle: "Sign in to go on",
  again: (email: string) =>
    `Your session has ended. Your answers are kept here; give the password of ${email} to send them.`,
};
