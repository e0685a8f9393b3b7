import { panelMessages } from "@/app/messages/panels";

const m = panelMessages.rules;

/** Say in a sentence by which rule a source type was suggested; an unknown rule speaks for itself. */
export function ruleWords(rule: string): string {
  const known = Object.entries(m.known).find(([name]) => name === rule)?.[1];
  if (known) return known;
  const [, lead, rest] = /^(goes on speaking|“.+?”): (.+)$/.exec(rule) ?? [];
  if (!lead || !rest) return m.other(rule);
  return lead === "goes on speaking" ? m.goesOn(ruleWords(rest)) : m.pronoun(lead, ruleWords(rest));
}
