import { count } from "@/lib/numbers";

const rules = new Intl.PluralRules("en");

/** Give "1 claim" or "2 claims". */
export function plural(value: number, one: string, other: string): string {
  return `${count(value)} ${rules.select(value) === "one" ? one : other}`;
}
