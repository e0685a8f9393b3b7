import { count } from "@/lib/numbers";

/** Make the function that gives "1 claim" or "2 claims" in a language. */
export function pluralIn(language: string) {
  const rules = new Intl.PluralRules(language);
  return (value: number, one: string, other: string): string =>
    `${count(value)} ${rules.select(value) === "one" ? one : other}`;
}
