import type { components } from "@/api/schema";
import { figuresMessages } from "@/app/messages/figures";
import { date } from "@/lib/time";
import type { Choice } from "./ChoiceFilter";

const m = figuresMessages.filters;

type Known = Pick<components["schemas"]["FilterChoices"], "revisions" | "outlets">;

/** What there is to choose, and what is chosen though it is not there (any more). */
export function revisionChoices(
  known: Known | undefined,
  chosen: readonly number[],
): Choice<number>[] {
  const choices = (known?.revisions ?? []).map(({ number, created_at, change_note }) => ({
    value: number,
    text: m.revision(number),
    note: [date(created_at), change_note].filter(Boolean).join(", "),
  }));
  return withMissing(choices, chosen, m.revision).reverse();
}

export function outletChoices(
  known: Known | undefined,
  chosen: readonly string[],
): Choice<string>[] {
  const nameOf = (outlet: string) => outlet || m.noOutlet;
  const choices = (known?.outlets ?? []).map((value) => ({ value, text: nameOf(value) }));
  return withMissing(choices, chosen, nameOf);
}

/** Add what an address chose and nobody knows, so that it can be unchosen. */
export function withMissing<Value>(
  choices: readonly Choice<Value>[],
  chosen: readonly Value[],
  nameOf: (value: Value) => string,
): Choice<Value>[] {
  const missing = chosen
    .filter((value) => !choices.some((choice) => choice.value === value))
    .map((value) => ({ value, text: nameOf(value) }));
  return [...choices, ...missing];
}
