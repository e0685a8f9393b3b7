import { plural } from "./plural";
import { session } from "./session";

const account = {
  name: "Name",
  nameHint: "As the others in the project will see it.",
  email: "Email",
  password: "Password",
  passwordHint: "At least 8 characters; no common one, and not digits alone.",
  needsName: "Say who you are.",
  needsEmail: "Give your email address, as in ana@news.example.",
  needsPassword: "Choose a password of at least 8 characters.",
  weak: "Choose another one: at least 8 characters, no common password, not digits alone, and nothing close to your name or address.",
  wrongFields: "Something is missing or not right yet.",
  failed: "We could not reach the server. Nothing was stored; try again.",
  tooMany: (seconds: number | null) =>
    seconds === null
      ? "Too many tries. Wait a few minutes, then try again."
      : `Too many tries. Wait ${plural(Math.ceil(seconds / 60), "minute", "minutes")}, then try again.`,
};

const join = {
  title: "Join a project",
  looking: "Looking the invitation up…",
  titleOf: (project: string) => `Join ${project}`,
  invites: {
    lead: (who: string) => `${who} invites you to lead this project with them.`,
    annotator: (who: string) => `${who} invites you to annotate in this project.`,
    viewer: (who: string) => `${who} invites you to look on in this project.`,
  },
  means: {
    lead: "Leads set the project up, invite people, and see every answer and figure.",
    annotator: "Annotators read articles and say, claim by claim, who stands behind what they say.",
    viewer: "Viewers see articles and figures. They change nothing.",
  },
  until: (when: string) => `The invitation is good until ${when}.`,
  joinAs: (name: string) => `Join as ${name}`,
  joining: "Joining…",
  signedInAs: (email: string) => `You are signed in as ${email}.`,
  otherAccount: "Use another account",
  signingOut: "Signing out…",
  signOutFailed: "We could not reach the server; you are still signed in. Try again.",
  unsent: (n: number) =>
    `${plural(n, "answer of this account has", "answers of this account have")} not been sent yet. Open your projects, let them be sent, then open the link again.`,
  toProjects: "To the projects",
  forAnother: (email: string) =>
    `This invitation is for ${email}. Sign in with that address, or ask for one of your own.`,
  newAccount: "Make an account",
  fixedEmail: "The invitation is for this address.",
  makeAndJoin: "Make the account and join",
  haveAccount: "I have an account:",
  signIn: "sign in",
  accountExists: "There is an account with this address already.",
  accountExistsSignIn: "Sign in with it",
  refusedTitle: "This invitation lets nobody in",
  askAgain: "Ask who sent it to you for a new one.",
  incomplete: "The link is incomplete. Copy all of it, up to its last character.",
  refusals: {
    invitation_unknown: "There is no such invitation. Perhaps a part of the link got lost.",
    invitation_expired: "This invitation has expired.",
    invitation_revoked: "This invitation has been taken back.",
    invitation_used: "Everybody whom this invitation was for has joined already.",
    invitation_for_another: "This invitation is for another address.",
    part_ended:
      "A lead has ended your part in this project. Ask them to invite you by email, or to let you in again.",
  },
  alreadyIn: "If that was you, sign in.",
  failed: "The invitation could not be looked up.",
};

const first = {
  title: "The first account",
  text: "It belongs to whoever set this installation up. With it you start projects and invite everybody else.",
  make: "Make the account",
  making: "Making the account…",
  hasAccountsTitle: "There is an account already",
  hasAccounts: "The first account has been made. Everybody else comes by invitation.",
  signIn: "Sign in",
  toProjects: "To the projects",
  incomplete:
    "The link is incomplete. Copy all of it from where the server was started, or have it printed again by “manage.py first_account”.",
  refusals: {
    wrong_code:
      "This link is too old, or of another installation. “manage.py first_account” prints a new one.",
  },
};

export const entry = { session, account, join, first };
