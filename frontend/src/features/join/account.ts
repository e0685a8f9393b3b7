import { ApiError } from "@/api/client";
import { entryMessages } from "@/app/messages/entry";

const m = entryMessages.account;

/** What a new account is made of. */
export type Account = { name: string; email: string; password: string };
export type Problems = Partial<Record<keyof Account, string>>;

const SENTENCES: Readonly<Record<keyof Account, string>> = {
  name: m.needsName,
  email: m.needsEmail,
  password: m.weak,
};
const SHORTEST = 8;

export function readAccount(form: HTMLFormElement): Account {
  const given = new FormData(form);
  return {
    name: String(given.get("name") ?? "").trim(),
    email: String(given.get("email") ?? "").trim(),
    password: String(given.get("password") ?? ""),
  };
}

/** What is plainly wrong with an account, before the server is asked. */
export function problemsOf({ name, email, password }: Account): Problems {
  const problems = pick({
    name: name === "",
    email: !/^[^\s@]+@[^\s@]+$/.test(email),
    password: password.length < SHORTEST,
  });
  return password === "" ? { ...problems, password: m.needsPassword } : problems;
}

/** The fields that the server refused, in the reader's words; none if it was something else. */
export function refusedFields(error: Error | null): Problems {
  if (!(error instanceof ApiError)) return {};
  const names = Object.keys(error.fields).map((name) => name.replace(/^account\./, ""));
  const isRefused = (name: keyof Account) => names.includes(name);
  return pick({
    name: isRefused("name"),
    email: isRefused("email"),
    password: isRefused("password"),
  });
}

function pick(wrong: Record<keyof Account, boolean>): Problems {
  const names = Object.keys(SENTENCES) as (keyof Account)[];
  return Object.fromEntries(
    names.filter((name) => wrong[name]).map((name) => [name, SENTENCES[name]]),
  );
}

/** Why something was not taken, in words; `known` are the sentences of refusals one expects. */
export function reasonOf(error: Error, known: Readonly<Record<string, string>> = {}): string {
  if (!(error instanceof ApiError)) return error.message;
  if (error.status === 429) return m.tooMany(error.retryAfter);
  if (error.isUnreachable) return m.failed;
  return known[error.code] ?? error.message;
}
